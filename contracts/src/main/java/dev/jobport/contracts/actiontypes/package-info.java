/** What the port for action types promises. */
package dev.jobport.contracts.actiontypes;
