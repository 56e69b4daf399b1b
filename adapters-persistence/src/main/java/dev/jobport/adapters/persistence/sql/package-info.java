/**
 * What the stores that speak SQL share; it knows none of them. A store adds its {@link
 * dev.jobport.adapters.persistence.sql.Database}, the scripts of its {@link dev.jobport.adapters.persistence.sql.Schema}, the
 * questions of its {@link dev.jobport.adapters.persistence.sql.SqlHistory}, and how it changes jobs.
 */
package dev.jobport.adapters.persistence.sql;
