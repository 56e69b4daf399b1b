package dev.jobport.domain.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By which a result is known again when a job worker reports it once more: of two results it is the same if all their
 * members are. A result itself may have 120 KB of output variables.
 *
 * @param value SHA-256 of the members, in base64url
 */
public record ResultFingerprint(String value) {

    private static final TextConstraint FORM = TextConstraint.pattern("[0-9A-Za-z_-]{43}");

    public ResultFingerprint {
        FORM.require(value);
    }

    static ResultFingerprint of(SuccessResult result) {
        ExecutionDetails details = result.executionDetails().orElse(ExecutionDetails.NONE);
        Stream<Optional<?>> members = Stream.of(
                result.continuationToken(),
                details.summary(),
                details.externalExecutionId(),
                details.percentComplete(),
                result.currentRevision().map(CurrentRevision::revision),
                result.currentRevision().map(CurrentRevision::changeIdentifier),
                result.currentRevision().flatMap(CurrentRevision::created),
                result.currentRevision().flatMap(CurrentRevision::revisionSummary));
        Stream<Optional<?>> variables = new TreeMap<>(result.outputVariables().values())
                .entrySet().stream()
                        .flatMap(variable ->
                                Stream.of(Optional.of(variable.getKey()), Optional.of(variable.getValue())));
        return of(Stream.concat(members, variables));
    }

    static ResultFingerprint of(FailureDetails failure) {
        return of(
                Stream.of(Optional.of(failure.type()), Optional.of(failure.message()), failure.externalExecutionId()));
    }

    /** Each with its length before it, so that nothing that stands in one member can pass for another. */
    private static ResultFingerprint of(Stream<Optional<?>> members) {
        MessageDigest digest = sha256();
        members.forEachOrdered(member -> {
            byte[] bytes = member.map(value -> value.toString().getBytes(UTF_8)).orElse(new byte[0]);
            String length = member.isPresent() ? bytes.length + ":" : "absent:";
            digest.update(length.getBytes(UTF_8));
            digest.update(bytes);
        });
        return new ResultFingerprint(Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
