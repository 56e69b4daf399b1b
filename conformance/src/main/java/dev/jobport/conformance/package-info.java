/** Asks any endpoint that speaks AWS JSON whether it keeps the clauses of the contracts, and reports. */
package dev.jobport.conformance;
