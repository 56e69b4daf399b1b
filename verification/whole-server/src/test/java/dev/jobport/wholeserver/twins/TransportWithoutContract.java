package dev.jobport.wholeserver.twins;

import dev.jobport.application.driving.Transport;

/** Commits the sin that no test holds it to the contract. */
public final class TransportWithoutContract implements Transport {

    @Override
    public String start() {
        return "nowhere";
    }

    @Override
    public void close() {}
}
