/** Writes down what is seen of a worker. What is secret becomes a tag before anything is written. */
package dev.jobport.lab.record;
