/** What all stores share: the kinds of stores, and the file of the keys that secrets are encrypted with. */
package dev.jobport.adapters.persistence;
