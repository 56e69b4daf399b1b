/** The store that forgets: maps in the memory of the process. */
package dev.jobport.adapters.persistence.memory;
