package dev.jobport.architecture.twins.production_knows_no_contracts.contracts;

public interface StoreContract {}
