/** What was asked of a server and what it answered. */
package dev.jobport.crash.history;
