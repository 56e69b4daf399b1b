/** What a transport is held to, and a bare application to plug it into. */
package dev.jobport.contracts.transport;
