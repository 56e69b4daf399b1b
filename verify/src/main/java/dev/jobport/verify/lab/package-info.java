/** A lab as a process: the command that runs one, and those that ask it. */
package dev.jobport.verify.lab;
