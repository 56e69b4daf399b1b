/** The commands that ask a running server. They know its control API, and nothing else of the house. */
package dev.jobport.cli;
