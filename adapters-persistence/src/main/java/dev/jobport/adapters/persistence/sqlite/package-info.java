/** The store of one server: a SQLite file. */
package dev.jobport.adapters.persistence.sqlite;
