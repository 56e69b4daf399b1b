/** What the whole domain shares: accounts, limits, and the family of refusals. */
package dev.jobport.domain;
