package dev.jobport.architecture.twins.production_knows_no_contracts.bootstrap;

import dev.jobport.architecture.twins.production_knows_no_contracts.contracts.StoreContract;

record SinnerWithAContract(StoreContract contract) {}
