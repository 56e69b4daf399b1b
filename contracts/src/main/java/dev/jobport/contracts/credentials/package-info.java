/** What a source of credentials for artifacts promises. */
package dev.jobport.contracts.credentials;
