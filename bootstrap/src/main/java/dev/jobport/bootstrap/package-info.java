/** Chooses stores and transports and composes the server. Nothing else sees everything. */
package dev.jobport.bootstrap;
