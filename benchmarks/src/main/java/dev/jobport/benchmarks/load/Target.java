package dev.jobport.benchmarks.load;

import static java.util.stream.Collectors.toMap;

import dev.jobport.benchmarks.load.Cycles.Call;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** A server, and the requests that a worker makes of it. */
final class Target {

    static final String CLIENT_ID = "0e0b7c5a-63f8-4f0e-8f4b-2a2f9d3b6f10";
    static final String CLIENT_TOKEN = "a-token-for-load-0123456789abcdef";
    static final String ACTION_TYPE =
            "{\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"Load\",\"version\":\"1\"}";

    private static final String POLL = "{\"actionTypeId\":" + ACTION_TYPE + ",\"maxBatchSize\":1}";
    private static final String SUCCESS = ",\"clientToken\":\"" + CLIENT_TOKEN + "\","
            + "\"executionDetails\":{\"summary\":\"All 128 tests passed\",\"externalExecutionId\":\"run-4711\","
            + "\"percentComplete\":100}}";

    private final URI endpoint;
    private final boolean empty;
    private final Requests requests;
    private final Map<Call, String> heads;

    private Target(URI endpoint, boolean empty) {
        this.endpoint = endpoint;
        this.empty = empty;
        this.requests = new Requests(endpoint);
        this.heads = Stream.of(Call.values())
                .collect(toMap(
                        call -> call,
                        call -> requests.headOf(call.name()),
                        (a, b) -> a,
                        () -> new EnumMap<>(Call.class)));
    }

    /** One that speaks the protocol. */
    static Target at(URI endpoint) {
        return new Target(endpoint, false);
    }

    /** One that answers everything with 200 and no body. */
    static Target emptyAt(URI endpoint) {
        return new Target(endpoint, true);
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
                    case PollForThirdPartyJobs -> POLL;
                    case GetThirdPartyJobDetails ->
                        "{\"jobId\":\"" + jobId + "\",\"clientToken\":\"" + CLIENT_TOKEN + "\"}";
                    case AcknowledgeThirdPartyJob ->
                        "{\"jobId\":\"" + jobId + "\",\"nonce\":\"" + nonce + "\",\"clientToken\":\"" + CLIENT_TOKEN
                                + "\"}";
                    case PutThirdPartyJobSuccessResult -> "{\"jobId\":\"" + jobId + "\"" + SUCCESS;
                });
    }
}
