package dev.jobport.wholeserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.client.SdkClients;
import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.Capability;
import dev.jobport.conformance.Conformance;
import dev.jobport.conformance.Endpoint;
import dev.jobport.conformance.Outcome;
import dev.jobport.conformance.wire.Key;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A whole server keeps each clause that any endpoint is asked, as whoever asks it sees that: over the wire. */
class ServerConformsTest {

    @Test
    void the_server_keeps_every_clause() {
        try (WholeServer server = new WholeServer("memory")) {
            assertThat(Conformance.of(endpoint(server)))
                    .hasSizeGreaterThan(200)
                    .filteredOn(it -> it.outcome() != Outcome.PASS)
                    .isEmpty();
        }
    }

    private static Endpoint endpoint(WholeServer server) {
        return new Endpoint(
                server.uri("http"),
                server.time(),
                Stream.concat(
                                Stream.of(server.caller(), server.stranger(), server.administrator()),
                                server.foreigners().stream())
                        .map(Caller::name)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), name -> key(server, name))),
                server.caller(),
                Optional.of(server.stranger()),
                Optional.of(server.administrator()),
                server.foreigners(),
                Optional.of(new Endpoint.Control(server.pipeline(), server.operator())),
                Optional.of(duration -> {
                    server.pass(duration);
                    return true;
                }),
                EnumSet.allOf(Capability.class));
    }

    private static Key key(WholeServer server, String name) {
        Caller named = new Caller(name, server.account(), Set.of(), false, Optional.empty());
        return new Key(name, SdkClients.secretOf(named), Optional.empty());
    }
}
