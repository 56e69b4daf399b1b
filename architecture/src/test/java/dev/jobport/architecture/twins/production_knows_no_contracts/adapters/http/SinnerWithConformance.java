package dev.jobport.architecture.twins.production_knows_no_contracts.adapters.http;

import dev.jobport.architecture.twins.production_knows_no_contracts.conformance.Endpoint;

record SinnerWithConformance(Endpoint endpoint) {}
