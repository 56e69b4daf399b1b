package dev.jobport.adapters.grpc;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.transport.BareWorld;
import dev.jobport.domain.Account;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bare application behind the transport, on a socket, with a token for each caller. */
class GrpcWorld extends BareWorld {

    private final GrpcTransport transport;
    private final URI uri;
    private final GrpcClient client;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    GrpcWorld() {
        this(GrpcSettings.on("127.0.0.1", 0));
    }

    GrpcWorld(GrpcSettings settings) {
        super(new MemoryStore());
        transport = new GrpcTransport(ports(), doorkeeper(), registry, settings);
        uri = URI.create(transport.start());
        client = new GrpcClient(uri, GrpcWorld::tokenOf);
    }

    URI uri() {
        return uri;
    }

    SimpleMeterRegistry registry() {
        return registry;
    }

    GrpcTransport transport() {
        return transport;
    }

    private static String nameOf(Caller caller) {
        return caller.name() + "-" + caller.account().id();
    }

    private static String tokenOf(Caller caller) {
        return "a-long-token-of-" + nameOf(caller);
    }

    /** The regions are those of the callers; to be of one is not a matter of the token. */
    private static Doorkeeper doorkeeper() {
        List<Account> own = callers().stream()
                .map(caller -> new Account("123456789012", caller.account().region()))
                .distinct()
                .toList();
        String tokens = Stream.concat(
                        callers().stream(), callers().stream().map(caller -> Caller.anyone(caller.account())))
                .map(GrpcWorld::token)
                .distinct()
                .collect(Collectors.joining(","));
        try {
            Path file = Files.createTempFile("credentials", "");
            file.toFile().deleteOnExit();
            Files.writeString(file, "{\"tokens\":[" + tokens + "]}");
            return Doorkeeper.withCredentials(file, own, InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(Caller caller) {
        String actionTypes = caller.actionTypes().stream()
                .map(pattern -> "\"" + pattern + "\"")
                .collect(Collectors.joining(","));
        return "{\"name\":\"%s\",\"token\":\"%s\",\"accountId\":\"%s\",\"actionTypes\":[%s],\"control\":%s}"
                .formatted(nameOf(caller), tokenOf(caller), caller.account().id(), actionTypes, caller.control());
    }

    @Override
    public ThirdPartyJobWorkers thirdParty() {
        return client.thirdParty();
    }

    @Override
    public CustomJobWorkers custom() {
        return client.custom();
    }

    @Override
    public ActionTypes actionTypes() {
        return client.actionTypes();
    }

    @Override
    public Pipelines pipeline() {
        return client.pipelines();
    }

    GrpcClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        transport.close();
        super.close();
    }
}
