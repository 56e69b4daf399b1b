/** The store that several servers share: a PostgreSQL database. */
package dev.jobport.adapters.persistence.postgres;
