/** What a store promises, in tiers: any store, one that survives a restart, one that several servers share. */
package dev.jobport.contracts.store;
