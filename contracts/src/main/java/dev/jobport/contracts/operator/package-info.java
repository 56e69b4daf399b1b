/** What the port for operators promises. */
package dev.jobport.contracts.operator;
