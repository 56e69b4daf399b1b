/**
 * What every transport needs at its door: who sends a request, by access keys with AWS signatures and by tokens, from
 * the credentials file; and what it takes from its clients.
 */
package dev.jobport.adapters.identity;
