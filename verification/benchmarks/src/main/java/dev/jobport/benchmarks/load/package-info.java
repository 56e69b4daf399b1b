/** Load on a server, and how long each answer took. */
package dev.jobport.benchmarks.load;
