/** Commands that measure speed. */
package dev.jobport.benchmarks;
