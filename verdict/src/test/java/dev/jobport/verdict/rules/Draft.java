package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.Offer;
import dev.jobport.verdict.history.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exchange that is being told. As it begins it is signed, answered within a millisecond, and successful. */
final class Draft {

    private final String operation;
    private final Map<String, String> members = new LinkedHashMap<>();
    String key = "worker-1";
    long connection = 1;
    String invocation;
    int attempt = 1;
    boolean signed = true;
    String userAgent = "Boto3/1.40";
    boolean answered = true;
    int status = 200;
    String error;
    String message;
    String jobStatus;
    List<Offer> offers = List.of();
    InjectedFault fault;

    Draft(String operation) {
        this.operation = operation;
    }

    void member(String name, String value) {
        members.put(name, value);
    }

    Exchange exchange(long number, Instant at) {
        Optional<Instant> sent = Optional.of(at.plusMillis(1)).filter(it -> answered);
        return new Exchange(
                number,
                new Request(
                        at,
                        connection,
                        key,
                        operation,
                        Optional.ofNullable(invocation),
                        attempt,
                        signed,
                        userAgent,
                        members),
                new Answer(
                        sent,
                        status,
                        Optional.ofNullable(error),
                        Optional.ofNullable(message),
                        Optional.ofNullable(jobStatus),
                        offers),
                Optional.ofNullable(fault));
    }
}
