package dev.jobport.adapters.grpc;

import static java.util.Map.entry;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.jobport.adapters.grpc.Door.Throttling;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.NotAuthorized;
import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.identity.TooManyTries;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where refusals are translated: into a {@code google.rpc.Status} that names them. */
final class Refusals implements ServerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    /** Whose names the reasons are. */
    static final String DOMAIN = "jobport";

    static final String INTERNAL_FAILURE = "InternalFailure";

    private static final int NEVER = 0;
    private static final int AFTER_A_SECOND = 1;

    /** Some of those who wait have probably been answered by then. */
    private static final int AFTER_FIVE_SECONDS = 5;

    /** How an exception of each class is told. */
    static final Map<Class<? extends RuntimeException>, Kind> KINDS = Map.ofEntries(
            kind(Code.INVALID_ARGUMENT, Refusal.Validation.class),
            kind(Code.INVALID_ARGUMENT, Refusal.InvalidArn.class),
            kind(Code.INVALID_ARGUMENT, Refusal.InvalidTags.class),
            kind(Code.INVALID_ARGUMENT, Refusal.InvalidNextToken.class),
            kind(Code.INVALID_ARGUMENT, Refusal.OutputVariablesSizeExceeded.class),
            kind(Code.PERMISSION_DENIED, Refusal.AccessDenied.class),
            kind(Code.PERMISSION_DENIED, Refusal.InvalidClientToken.class),
            kind(Code.NOT_FOUND, Refusal.JobNotFound.class),
            kind(Code.NOT_FOUND, Refusal.ActionTypeNotFound.class),
            kind(Code.NOT_FOUND, Refusal.ActionExecutionNotFound.class),
            kind(Code.NOT_FOUND, Refusal.ClientNotFound.class),
            kind(Code.NOT_FOUND, Refusal.ResourceNotFound.class),
            kind(Code.ALREADY_EXISTS, Refusal.ClientAlreadyExists.class),
            kind(Code.FAILED_PRECONDITION, Refusal.InvalidJob.class),
            kind(Code.FAILED_PRECONDITION, Refusal.InvalidNonce.class),
            kind(Code.FAILED_PRECONDITION, Refusal.InvalidJobState.class),
            kind(Code.FAILED_PRECONDITION, Refusal.ActionExecutionEnded.class),
            kind(Code.FAILED_PRECONDITION, Refusal.DeclarationsLost.class),
            kind(Code.FAILED_PRECONDITION, Refusal.RequestFailed.class),
            kind(Code.FAILED_PRECONDITION, Refusal.TooManyTags.class),
            kind(Code.RESOURCE_EXHAUSTED, Refusal.LimitExceeded.class),
            kind(Code.RESOURCE_EXHAUSTED, Refusal.TooManyWaits.class, AFTER_FIVE_SECONDS),
            kind(Code.UNAUTHENTICATED, NotAuthenticated.class),
            kind(Code.PERMISSION_DENIED, NotAuthorized.class),
            kind(Code.RESOURCE_EXHAUSTED, TooManyTries.class, AFTER_A_SECOND),
            kind(Code.RESOURCE_EXHAUSTED, Throttling.class, AFTER_A_SECOND),
            kind(Code.DEADLINE_EXCEEDED, NotReceived.CutOff.class),
            kind(Code.UNAVAILABLE, NotReceived.NoRoom.class, NotReceived.NoRoom.RETRY_AFTER_SECONDS),
            entry(NotProtobuf.class, new Kind(Code.INVALID_ARGUMENT, "Unreadable", NEVER)));

    /** Clients take few bytes of trailers, and some messages quote what was sent. */
    private static final int LONGEST_MESSAGE = 500;

    /** Of trailers, of which many clients take 8 KB, and which grow by a third on the wire. */
    private static final int MAX_BYTES_OF_FIELDS = 3 * 1024;

    private final Doorkeeper doorkeeper;

    Refusals(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        try {
            return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {

                private boolean refused;

                /** Messages are read here, so that what is wrong with them is told as all else is. */
                @Override
                public void onMessage(Q message) {
                    try {
                        super.onMessage(message);
                    } catch (StatusRuntimeException e) {
                        refused = true;
                        refuse(call, headers, new NotProtobuf());
                    }
                }

                @Override
                public void onHalfClose() {
                    if (refused) {
                        return;
                    }
                    try {
                        super.onHalfClose();
                    } catch (RuntimeException e) {
                        refuse(call, headers, e);
                    }
                }
            };
        } catch (RuntimeException e) {
            refuse(call, headers, e);
            return new ServerCall.Listener<>() {};
        }
    }

    /**
     * How failures of a kind are told.
     *
     * @param reason for programs
     * @param retryAfterSeconds when whoever called may come again; 0 if that is not told
     */
    record Kind(Code code, String reason, int retryAfterSeconds) {}

    private static Map.Entry<Class<? extends RuntimeException>, Kind> kind(
            Code code, Class<? extends RuntimeException> failure) {
        return kind(code, failure, NEVER);
    }

    /** Its reason is the name of the class. */
    private static Map.Entry<Class<? extends RuntimeException>, Kind> kind(
            Code code, Class<? extends RuntimeException> failure, int retryAfterSeconds) {
        return entry(failure, new Kind(code, failure.getSimpleName(), retryAfterSeconds));
    }

    /** A message is not what its type says. */
    static final class NotProtobuf extends RuntimeException {
        NotProtobuf() {
            super("The message cannot be read as one of its type in Protocol Buffers.", null, false, false);
        }
    }

    private void refuse(ServerCall<?, ?> call, Metadata headers, RuntimeException failure) {
        if (failure instanceof Refusal.AccessDenied) {
            doorkeeper.tellDenied(RequestRecord.of(call, headers));
        }
        StatusRuntimeException told = told(failure);
        call.close(told.getStatus(), told.getTrailers() == null ? new Metadata() : told.getTrailers());
    }

    /** Goes on with an answer outside of its call, and ends it with what that is refused. */
    static void attempt(StreamObserver<?> to, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            to.onError(told(e));
        }
    }

    /** What a client is told of a failure. */
    static StatusRuntimeException told(Throwable failure) {
        if (failure instanceof StatusRuntimeException already) {
            return already;
        }
        Kind kind = KINDS.get(failure.getClass());
        if (kind == null) {
            log.error("a call failed", failure);
            return status(Code.INTERNAL, INTERNAL_FAILURE, "The server's log tells why.", List.of());
        }
        String reason =
                failure instanceof NotAuthenticated unknown ? unknown.reason().name() : kind.reason();
        return status(kind.code(), reason, failure.getMessage(), details(failure, kind));
    }

    private static List<Any> details(Throwable failure, Kind kind) {
        List<Any> details = new ArrayList<>();
        if (kind.retryAfterSeconds() != NEVER) {
            details.add(Any.pack(RetryInfo.newBuilder()
                    .setRetryDelay(Duration.newBuilder().setSeconds(kind.retryAfterSeconds()))
                    .build()));
        }
        if (failure instanceof Refusal.Validation validation) {
            details.add(Any.pack(fields(validation)));
        }
        return details;
    }

    /** All, as far as they find room. */
    private static BadRequest fields(Refusal.Validation validation) {
        BadRequest.Builder bad = BadRequest.newBuilder();
        int bytes = 0;
        for (Violation violation : validation.violations()) {
            BadRequest.FieldViolation field = BadRequest.FieldViolation.newBuilder()
                    .setField(FieldPath.of(violation.path()))
                    .setDescription(violation.demand())
                    .build();
            bytes += field.getSerializedSize();
            if (bytes > MAX_BYTES_OF_FIELDS) {
                break;
            }
            if (!violation.path().isEmpty()) {
                bad.addFieldViolations(field);
            }
        }
        return bad.build();
    }

    private static StatusRuntimeException status(Code code, String reason, String message, List<Any> details) {
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(code.value())
                .setMessage(message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message)
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain(DOMAIN)
                        .build()))
                .addAllDetails(details)
                .build());
    }
}
