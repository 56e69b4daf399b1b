/**
 * How values of the domain are written, and read again, secrets sealed: JSON and short texts, for every store. It knows
 * no database. A change here is a change of what stores have on disk.
 */
package dev.jobport.adapters.persistence.format;
