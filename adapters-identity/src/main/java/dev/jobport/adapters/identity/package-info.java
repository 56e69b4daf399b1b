/** Who sends a request: access keys with AWS signatures, and control tokens, from the credentials file. Every transport may use it. */
package dev.jobport.adapters.identity;
