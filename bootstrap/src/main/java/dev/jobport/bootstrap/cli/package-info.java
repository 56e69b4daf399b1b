/** The command line. */
package dev.jobport.bootstrap.cli;
