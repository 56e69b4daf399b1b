package dev.jobport.adapters.grpc;

import static java.util.Map.entry;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.NotAuthorized;
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
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where refusals are translated: into a {@code google.rpc.Status} that names them. */
final class Refusals implements ServerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    /** Whose names the reasons are. */
    static final String DOMAIN = "jobport";

    static final String INTERNAL_FAILURE = "InternalFailure";

    static final Map<Class<? extends Refusal>, Code> CODES = Map.ofEntries(
            entry(Refusal.Validation.class, Code.INVALID_ARGUMENT),
            entry(Refusal.InvalidArn.class, Code.INVALID_ARGUMENT),
            entry(Refusal.InvalidTags.class, Code.INVALID_ARGUMENT),
            entry(Refusal.InvalidNextToken.class, Code.INVALID_ARGUMENT),
            entry(Refusal.OutputVariablesSizeExceeded.class, Code.INVALID_ARGUMENT),
            entry(Refusal.AccessDenied.class, Code.PERMISSION_DENIED),
            entry(Refusal.InvalidClientToken.class, Code.PERMISSION_DENIED),
            entry(Refusal.JobNotFound.class, Code.NOT_FOUND),
            entry(Refusal.ActionTypeNotFound.class, Code.NOT_FOUND),
            entry(Refusal.ActionExecutionNotFound.class, Code.NOT_FOUND),
            entry(Refusal.ClientNotFound.class, Code.NOT_FOUND),
            entry(Refusal.ResourceNotFound.class, Code.NOT_FOUND),
            entry(Refusal.ClientAlreadyExists.class, Code.ALREADY_EXISTS),
            entry(Refusal.InvalidJob.class, Code.FAILED_PRECONDITION),
            entry(Refusal.InvalidNonce.class, Code.FAILED_PRECONDITION),
            entry(Refusal.InvalidJobState.class, Code.FAILED_PRECONDITION),
            entry(Refusal.ActionExecutionEnded.class, Code.FAILED_PRECONDITION),
            entry(Refusal.DeclarationsLost.class, Code.FAILED_PRECONDITION),
            entry(Refusal.RequestFailed.class, Code.FAILED_PRECONDITION),
            entry(Refusal.TooManyTags.class, Code.FAILED_PRECONDITION),
            entry(Refusal.LimitExceeded.class, Code.RESOURCE_EXHAUSTED),
            entry(Refusal.TooManyWaits.class, Code.RESOURCE_EXHAUSTED));

    /** Clients take few bytes of trailers, and some messages quote what was sent. */
    private static final int LONGEST_MESSAGE = 500;

    /** Of trailers, of which many clients take 8 KB, and which grow by a third on the wire. */
    private static final int MAX_BYTES_OF_FIELDS = 3 * 1024;

    private static final long RETRY_AFTER_SECONDS = 1;

    /** After which some of those who wait have probably been answered. */
    private static final long RETRY_WAIT_AFTER_SECONDS = 5;

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
                        refuse(call, headers, new Unreadable());
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

    /** A message is not what its type says. */
    static final class Unreadable extends RuntimeException {
        Unreadable() {
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
        } else if (failure instanceof Refusal refusal) {
            return status(CODES.get(refusal.getClass()), refusal.name(), refusal, details(refusal));
        } else if (failure instanceof NotAuthenticated unknown) {
            return status(Code.UNAUTHENTICATED, unknown.reason().name(), failure);
        } else if (failure instanceof NotAuthorized) {
            return status(Code.PERMISSION_DENIED, "NotAuthorized", failure);
        } else if (failure instanceof TooManyTries) {
            return status(Code.RESOURCE_EXHAUSTED, "TooManyTries", failure, retryAfter(RETRY_AFTER_SECONDS));
        } else if (failure instanceof Arrivals.CutOff) {
            return status(Code.DEADLINE_EXCEEDED, "CutOff", failure);
        } else if (failure instanceof Arrivals.NoRoom) {
            return status(Code.UNAVAILABLE, "NoRoom", failure, retryAfter(RETRY_AFTER_SECONDS));
        } else if (failure instanceof Unreadable) {
            return status(Code.INVALID_ARGUMENT, "Unreadable", failure);
        } else if (failure instanceof Door.TooManyRequests) {
            return status(Code.RESOURCE_EXHAUSTED, "Throttling", failure, retryAfter(RETRY_AFTER_SECONDS));
        }
        log.error("a call failed", failure);
        return status(Code.INTERNAL, INTERNAL_FAILURE, new IllegalStateException("The server's log tells why."));
    }

    private static Any[] details(Refusal refusal) {
        if (refusal instanceof Refusal.TooManyWaits) {
            return new Any[] {retryAfter(RETRY_WAIT_AFTER_SECONDS)};
        }
        if (refusal instanceof Refusal.Validation validation) {
            return new Any[] {Any.pack(fields(validation))};
        }
        return new Any[0];
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

    private static Any retryAfter(long seconds) {
        return Any.pack(RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setSeconds(seconds))
                .build());
    }

    private static StatusRuntimeException status(Code code, String reason, Throwable why, Any... details) {
        String message = why.getMessage();
        var status = com.google.rpc.Status.newBuilder()
                .setCode(code.value())
                .setMessage(message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message)
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain(DOMAIN)
                        .build()));
        for (Any detail : details) {
            status.addDetails(detail);
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
