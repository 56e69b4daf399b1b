package dev.jobport.benchmarks.load;

import static java.util.stream.Collectors.toMap;

import dev.jobport.benchmarks.load.Cycles.Call;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server, and the requests that a worker makes of it. */
final class Target {

    static final String CLIENT_ID = "0e0b7c5a-63f8-4f0e-8f4b-2a2f9d3b6f10";
    static final String CLIENT_TOKEN = "a-token-for-load-0123456789abcdef";

    private static final String SUCCESS =
            ",\"executionDetails\":{\"summary\":\"All 128 tests passed\",\"externalExecutionId\":\"run-4711\","
                    + "\"percentComplete\":100}}";

    private final URI endpoint;
    private final Family family;
    private final boolean empty;
    private final Requests requests;
    private final Map<Call, String> heads;
    private final Optional<SocketAddress> grpc;

    private Target(URI endpoint, Family family, boolean empty, Optional<SocketAddress> grpc) {
        this.endpoint = endpoint;
        this.family = family;
        this.empty = empty;
        this.grpc = grpc;
        this.requests = new Requests(endpoint);
        this.heads = Stream.of(Call.values())
                .collect(toMap(
                        call -> call,
                        call -> requests.headOf(family.operation(call)),
                        (a, b) -> a,
                        () -> new EnumMap<>(Call.class)));
    }

    /** One that speaks the protocol. */
    static Target at(URI endpoint, Family family) {
        return new Target(endpoint, family, false, Optional.empty());
    }

    /** One that answers everything with 200 and no body. */
    static Target emptyAt(URI endpoint, Family family) {
        return new Target(endpoint, family, true, Optional.empty());
    }

    /** The same, whose workers ask over gRPC. */
    Target overGrpc(URI there) {
        return new Target(
                endpoint, family, empty, Optional.of(new InetSocketAddress(there.getHost(), there.getPort())));
    }

    /** Where workers ask over gRPC, if they do. */
    Optional<SocketAddress> grpc() {
        return grpc;
    }

    Family family() {
        return family;
    }

    boolean isEmpty() {
        return empty;
    }

    SocketAddress address() {
        return new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
    }

    Requests requests() {
        return requests;
    }

    byte[] request(Call call, String jobId, String nonce) {
        return requests.worker(
                heads.get(call),
                switch (call) {
                    case Poll -> "{\"actionTypeId\":" + family.actionType() + ",\"maxBatchSize\":1}";
                    case Details -> "{" + family.job(jobId) + "}";
                    case Acknowledge -> "{" + family.job(jobId) + ",\"nonce\":\"" + nonce + "\"}";
                    case Success -> "{" + family.job(jobId) + SUCCESS;
                });
    }
}
