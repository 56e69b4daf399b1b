/** How fast the contract kit is. */
package dev.jobport.benchmarks.kit;
