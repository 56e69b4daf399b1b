/** What the stores that speak SQL share. */
package dev.jobport.adapters.persistence.sql;
