package dev.jobport.lab.record;

import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request that is seen, from its arrival to its answer. Written down once. */
public final class Sighting {

    private static final String TARGET = "CodePipeline_20150709.";
    private static final Pattern KEY = Pattern.compile("Credential=([^/,\\s]+)/");
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d{1,6})");

    private static final Set<String> NOT_LET_IN = Set.of(
            "MissingAuthenticationTokenException",
            "IncompleteSignatureException",
            "UnrecognizedClientException",
            "InvalidSignatureException");

    /** Looks up a header that was sent. */
    public interface Headers {
        Optional<String> first(String name);
    }

    private final Recorder recorder;
    private final long number;
    private final Instant arrived = Instant.now();
    private final Headers headers;
    private final long connection;
    private final Map<String, String> members;
    private boolean written;

    /**
     * @param members as they were sent
     */
    public Sighting(Recorder recorder, Headers headers, long connection, Map<String, String> members) {
        this.recorder = recorder;
        this.headers = headers;
        this.number = recorder.arrived(polls());
        this.connection = connection;
        this.members = members;
    }

    public String operation() {
        return headers.first("X-Amz-Target")
                .filter(it -> it.startsWith(TARGET))
                .map(it -> it.substring(TARGET.length()))
                .orElse("");
    }

    /** The access key that it claims; empty if there is none. */
    public String key() {
        Matcher claimed = KEY.matcher(headers.first("authorization").orElse(""));
        return claimed.find() ? claimed.group(1) : "";
    }

    /** The members as they were sent, secrets included. */
    public Map<String, String> members() {
        return members;
    }

    private boolean polls() {
        return operation().startsWith("PollFor");
    }

    /** Does something that takes long, and is meant to, before it is answered. */
    public <T> T meanwhile(Supplier<T> something) {
        recorder.setAside(number);
        try {
            return something.get();
        } finally {
            recorder.takeUp(number, polls());
        }
    }

    /** It was never handed to the application. */
    public void unasked(Optional<InjectedFault> fault) {
        write(Answer.NONE, true, fault);
    }

    /**
     * @param outcome the name of the error, if it is one
     * @param sent whether it went out whole
     */
    public void answered(int status, String outcome, byte[] body, boolean sent, Optional<InjectedFault> fault) {
        Optional<Instant> when = sent ? Optional.of(Instant.now()) : Optional.empty();
        Answer answer = Told.answer(status, outcome, body, when, recorder.tags());
        write(answer, !key().isEmpty() && !NOT_LET_IN.contains(outcome), fault);
    }

    private synchronized void write(Answer answer, boolean signed, Optional<InjectedFault> fault) {
        if (!written) {
            written = true;
            recorder.add(new Exchange(number, request(signed), answer, fault));
        }
    }

    private Request request(boolean signed) {
        Tags tags = recorder.tags();
        Map<String, String> masked = new LinkedHashMap<>();
        members.forEach((name, value) -> masked.put(tags.mask(name), masked(name, value)));
        return new Request(
                arrived,
                connection,
                signed ? key() : "",
                operation(),
                headers.first("amz-sdk-invocation-id"),
                headers.first("amz-sdk-request")
                        .map(ATTEMPT::matcher)
                        .filter(Matcher::find)
                        .map(it -> Integer.parseInt(it.group(1)))
                        .orElse(1),
                signed,
                tags.mask(headers.first("user-agent").orElse("")),
                masked);
    }

    /** A nonce and a token are secret, whoever made them up. */
    private String masked(String name, String value) {
        List<String> ofSecrets = List.of("nonce", "clientToken");
        String masked = recorder.tags().mask(value);
        if (!ofSecrets.contains(name) || !masked.equals(value) || value.isEmpty()) {
            return masked;
        }
        return recorder.tags().tag(name.equals("nonce") ? Tags.Kind.NONCE : Tags.Kind.CLIENT_TOKEN, value);
    }
}
