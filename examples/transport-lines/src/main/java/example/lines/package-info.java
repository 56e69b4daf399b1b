/** A small transport: JSON lines over a socket. */
package example.lines;
