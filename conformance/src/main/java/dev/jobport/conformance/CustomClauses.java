package dev.jobport.conformance;

import dev.jobport.contracts.transport.CustomTransportContract;

/** What custom job workers rely on. */
class CustomClauses extends EndpointWorld implements CustomTransportContract {

    CustomClauses(Asked asked) {
        super(asked);
    }
}
