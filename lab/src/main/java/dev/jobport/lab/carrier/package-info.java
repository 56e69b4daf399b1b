/** Sockets and as much of HTTP/1.1 as SDKs use. It carries what it does not understand. */
package dev.jobport.lab.carrier;
