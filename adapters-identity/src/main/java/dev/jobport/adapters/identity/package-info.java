/**
 * What every transport needs at its door: who sends a request, by access keys with AWS signatures and by tokens, from
 * the credentials file; what it takes from its clients; and those of them that wait.
 */
package dev.jobport.adapters.identity;
