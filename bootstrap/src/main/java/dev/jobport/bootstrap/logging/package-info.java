/** What the command writes into its log, and how. A server that runs inside another program leaves that to the program. */
package dev.jobport.bootstrap.logging;
