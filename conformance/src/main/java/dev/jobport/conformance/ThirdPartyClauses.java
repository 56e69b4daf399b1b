package dev.jobport.conformance;

import dev.jobport.contracts.transport.ThirdPartyTransportContract;
import org.junit.jupiter.api.BeforeEach;

/** What third-party job workers rely on. */
class ThirdPartyClauses extends EndpointWorld implements ThirdPartyTransportContract {

    ThirdPartyClauses(Asked asked) {
        super(asked);
    }

    @BeforeEach
    void thereAreThirdParties() {
        asked().need(Capability.THIRD_PARTY);
    }
}
