/** Faults behind which a true state stands: turns of events, refusals at the real door, and broken wires. */
package dev.jobport.lab.faults.real;
