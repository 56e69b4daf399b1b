/** What the ports for job workers promise, of both families. */
package dev.jobport.contracts.worker;
