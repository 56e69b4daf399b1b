package dev.jobport.conformance;

import dev.jobport.application.driving.Operators;
import dev.jobport.conformance.wire.WireActionTypes;
import dev.jobport.conformance.wire.WireClient;
import dev.jobport.conformance.wire.WireJobWorkers;

/** An endpoint under question, for all clauses of one run. They are asked one after the other. */
final class Asked {

    private final Endpoint endpoint;
    private final Notes notes = new Notes();
    private final WireClient client;
    private final Belongings belongings;

    Asked(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.client = new WireClient(
                endpoint.uri(), caller -> endpoint.keys().get(caller.name()), endpoint.time(), notes::saw);
        this.belongings = new Belongings(
                endpoint.control().map(Endpoint.Control::operators).orElseGet(() -> new NoOperators(this)));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Notes notes() {
        return notes;
    }

    WireClient client() {
        return client;
    }

    WireJobWorkers workers() {
        return new WireJobWorkers(client);
    }

    WireActionTypes actionTypes() {
        need(Capability.REGISTER_TYPES);
        return new WireActionTypes(client);
    }

    Operators operators() {
        return belongings;
    }

    Belongings belongings() {
        return belongings;
    }

    /** @throws org.opentest4j.TestAbortedException if the endpoint is not said to have it */
    void need(Capability capability) {
        if (!endpoint.has(capability)) {
            throw notes.missing(capability);
        }
    }
}
