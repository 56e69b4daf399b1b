/** What the port for monitoring promises. */
package dev.jobport.contracts.monitoring;
