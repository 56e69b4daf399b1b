/** The kinds of stores, and the one that the server was told to open. */
package dev.jobport.adapters.persistence;
