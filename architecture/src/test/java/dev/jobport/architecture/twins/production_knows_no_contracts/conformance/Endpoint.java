package dev.jobport.architecture.twins.production_knows_no_contracts.conformance;

import dev.jobport.architecture.twins.production_knows_no_contracts.contracts.StoreContract;

public record Endpoint(StoreContract contract) {}
