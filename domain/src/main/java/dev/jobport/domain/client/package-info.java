/** A third-party client: a customer's link to a partner, proved by a token. */
package dev.jobport.domain.client;
