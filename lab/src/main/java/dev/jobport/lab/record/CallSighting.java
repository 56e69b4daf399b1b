package dev.jobport.lab.record;

import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call of the protocol. */
public final class CallSighting extends Sighting {

    private static final String TARGET = "CodePipeline_20150709.";
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d{1,6})");

    private static final Set<String> NOT_LET_IN = Set.of(
            "MissingAuthenticationTokenException",
            "IncompleteSignatureException",
            "UnrecognizedClientException",
            "InvalidSignatureException");

    private final long connection;
    private final Map<String, String> members;

    /**
     * @param members as they were sent
     */
    public CallSighting(Recorder recorder, Headers headers, long connection, Map<String, String> members) {
        super(recorder, headers, operation(headers).startsWith("PollFor"));
        this.connection = connection;
        this.members = members;
    }

    @Override
    public String operation() {
        return operation(headers);
    }

    private static String operation(Headers headers) {
        return headers.first("X-Amz-Target")
                .filter(it -> it.startsWith(TARGET))
                .map(it -> it.substring(TARGET.length()))
                .orElse("");
    }

    @Override
    public boolean isCall() {
        return true;
    }

    @Override
    public Map<String, String> members() {
        return members;
    }

    @Override
    Event unansweredEvent(Optional<InjectedFault> fault) {
        return new Exchange(number, request(true), Answer.NONE, fault);
    }

    @Override
    Event answeredEvent(
            int status, String outcome, byte[] body, Optional<Instant> sent, Optional<InjectedFault> fault) {
        Answer answer = Told.answer(status, outcome, body, sent, recorder.tags());
        return new Exchange(number, request(!key().isEmpty() && !NOT_LET_IN.contains(outcome)), answer, fault);
    }

    private Request request(boolean signed) {
        SecretTags tags = recorder.tags();
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
        return recorder.tags()
                .tagAlone(name.equals("nonce") ? SecretTags.Kind.NONCE : SecretTags.Kind.CLIENT_TOKEN, value);
    }
}
