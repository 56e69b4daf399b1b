package dev.jobport.conformance;

import dev.jobport.application.driving.Operators;
import dev.jobport.conformance.wire.WireActionTypes;
import dev.jobport.conformance.wire.WireClient;
import dev.jobport.conformance.wire.WireJobWorkers;
import dev.jobport.domain.Account;
import java.util.Optional;

/** An endpoint under question, for all clauses of one run. They are asked one after the other. */
final class Asked {

    private final Endpoint endpoint;
    private final Notes notes = new Notes();
    private final WireClient client;
    private final Belongings belongings;
    private final Optional<Starter> starter;

    Asked(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.client = new WireClient(
                endpoint.uri(), caller -> endpoint.keys().get(caller.name()), endpoint.time(), notes::saw);
        this.belongings = new Belongings(
                endpoint.control().map(Endpoint.Control::operators).orElseGet(() -> new NoOperators(this)));
        this.starter = endpoint.starting().flatMap(this::starter);
    }

    private Optional<Starter> starter(Endpoint.Starting starting) {
        if (starting instanceof Endpoint.ByPipelines pipelines) {
            return Optional.of(new PipelineStarter(this, pipelines));
        }
        if (starting instanceof Endpoint.ByCommand command) {
            return Optional.of(new CommandStarter(this, command));
        }
        return Optional.empty();
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

    /** Empty where the control API starts actions, or nobody does. */
    Optional<Starter> starter() {
        return starter;
    }

    boolean isOwn(Account account) {
        return account.equals(endpoint.caller().account());
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
