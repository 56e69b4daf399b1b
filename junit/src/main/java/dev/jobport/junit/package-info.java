/** A lab for each test of a job worker, and the verdict on the worker when the test is over. For JUnit 5.13 and later. */
package dev.jobport.junit;
