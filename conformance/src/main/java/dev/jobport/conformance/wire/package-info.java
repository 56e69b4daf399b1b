/** A client of AWS JSON 1.1 that sees status, headers and bodies. */
package dev.jobport.conformance.wire;
