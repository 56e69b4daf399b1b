package dev.jobport.adapters.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.Invocation;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * AWS JSON 1.1, whatever carries it: takes what was sent to {@code POST /} and gives the answer. It decides in the order in
 * which AWS's front door does, and knows no web server.
 */
public final class AwsJson {

    public static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    /** The body of an answer to a fault of ours, which SDKs retry. */
    public static final String FAULT = "{\"__type\":\"InternalFailure\"}";

    static final byte[] FAULT_BYTES = FAULT.getBytes(UTF_8);

    private static final String TARGET = "X-Amz-Target";
    private static final String TARGET_PREFIX = "CodePipeline_20150709.";
    private static final String UNKNOWN = "unknown";

    private final Operations operations;
    private final Doorkeeper doorkeeper;
    private final Predicate<String> throttle;
    private final BiConsumer<String, Exception> failures;

    /**
     * @param throttle whether the caller of a name, who is known, may ask once more now
     * @param failures is told why the server failed, and the id of the request that it was
     */
    public AwsJson(
            DrivingPorts ports,
            Doorkeeper doorkeeper,
            Predicate<String> throttle,
            BiConsumer<String, Exception> failures) {
        this.operations = new Operations(ports.thirdParty(), ports.custom(), ports.actionTypes());
        this.doorkeeper = doorkeeper;
        this.throttle = throttle;
        this.failures = failures;
    }

    /** Answers a request, also one that is refused, or that makes the server fail. */
    public Answer answer(SentRequest request) {
        String name = operationName(request);
        Optional<Operations.Operation> operation = operations.find(name);
        String known = operation.isPresent() ? name : UNKNOWN;
        try {
            return answer(request, name, operation);
        } catch (RuntimeException e) {
            return WireErrors.answer(e, known).orElseGet(() -> failed(request, e));
        }
    }

    private Answer answer(SentRequest request, String name, Optional<Operations.Operation> operation) {
        byte[] body = request.body().bytes();
        int roomOfTree = Json.check(body); // a tree of it is made for somebody who is known
        if (!CONTENT_TYPE.equals(request.mediaType())) {
            return nothingHere(request, operation.isPresent() ? name : UNKNOWN);
        }
        if (operation.isEmpty()) {
            return unknownOperation(name);
        }
        Caller caller = doorkeeper.identify(request);
        if (!throttle.test(caller.name())) {
            return WireErrors.error(name, WireErrors.THROTTLING, "Rate exceeded");
        }
        request.body().reserve(roomOfTree);
        try {
            return operation
                    .get()
                    .apply(caller.in(invocation(request)), Members.lenient(Json.read(body)))
                    .map(output -> Answer.of(200, name).with(Json.write(output)))
                    .orElseGet(() -> Answer.of(200, name));
        } catch (Refusal.AccessDenied denied) {
            doorkeeper.tellDenied(request);
            return WireErrors.accessDenied(name, caller, denied);
        }
    }

    /** The name of the operation that the request is for, known or not; empty if there is none. */
    private static String operationName(SentRequest request) {
        return request.header(TARGET)
                .filter(target -> target.startsWith(TARGET_PREFIX))
                .map(target -> target.substring(TARGET_PREFIX.length()))
                .orElse("");
    }

    /** As the SDK names the call in all its attempts; a name that no SDK would give counts as none. */
    private static Optional<Invocation> invocation(SentRequest request) {
        return request.header("amz-sdk-invocation-id")
                .filter(Invocation.ID::accepts)
                .map(Invocation::new);
    }

    /** What a client is answered when the server fails. */
    public Answer failed(SentRequest request, Exception failure) {
        String name = operationName(request);
        Answer answer = Answer.of(500, operations.find(name).isPresent() ? name : UNKNOWN)
                .with(FAULT_BYTES);
        failures.accept(answer.requestId(), failure);
        return answer;
    }

    /** What AWS answers where no operation listens: at another path or method, or to another content type. */
    public Answer nothingHere(SentRequest request) {
        return nothingHere(request, UNKNOWN);
    }

    private static Answer nothingHere(SentRequest request, String operation) {
        if ("application/json".equals(request.mediaType())) {
            ObjectNode answer = Json.object();
            answer.putObject("Output").put("__type", "com.amazon.coral.service#" + WireErrors.UNKNOWN_OPERATION);
            answer.put("Version", "1.0");
            return Answer.of(404, operation)
                    .header(Answer.CONTENT_TYPE, "application/json")
                    .with(Json.write(answer));
        }
        return Answer.of(404, operation)
                .header(Answer.CONTENT_TYPE, "application/xml")
                .with(("<" + WireErrors.UNKNOWN_OPERATION + "/>").getBytes(UTF_8));
    }

    private static Answer unknownOperation(String name) {
        return OtherOperations.NAMES.contains(name)
                ? WireErrors.error(
                        UNKNOWN,
                        WireErrors.UNKNOWN_OPERATION,
                        name + " is not served here: Jobport serves job workers and action types only.")
                : WireErrors.error(UNKNOWN, WireErrors.UNKNOWN_OPERATION);
    }
}
