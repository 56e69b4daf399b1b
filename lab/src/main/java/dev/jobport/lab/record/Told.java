package dev.jobport.lab.record;

import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a worker was told, read from the body of its answer. */
final class Told {

    private Told() {}

    static Answer answer(int status, String outcome, byte[] body, Optional<Instant> sent, SecretTags tags) {
        Map<?, ?> told = Members.object(body);
        boolean refused = status != 200;
        return new Answer(
                sent,
                status,
                refused ? Optional.of(outcome) : Optional.empty(),
                refused ? text(told, "message").or(() -> text(told, "Message")).map(tags::mask) : Optional.empty(),
                text(told, "status"),
                offers(told, tags));
    }

    private static List<Offer> offers(Map<?, ?> told, SecretTags tags) {
        Stream<?> jobs =
                told.get("jobs") instanceof List<?> list ? list.stream() : Stream.ofNullable(told.get("jobDetails"));
        return jobs.filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(job -> offer((Map<?, ?>) job, tags))
                .toList();
    }

    private static Offer offer(Map<?, ?> job, SecretTags tags) {
        Map<?, ?> data = map(job, "data");
        Map<?, ?> action = map(map(data, "pipelineContext"), "action");
        return new Offer(
                text(job, "id").or(() -> text(job, "jobId")).orElse(""),
                text(action, "actionExecutionId"),
                text(job, "nonce").map(tags::mask),
                text(job, "clientId"),
                text(map(data, "artifactCredentials"), "accessKeyId").map(tags::mask),
                text(data, "continuationToken").map(tags::mask),
                data.get("outputArtifacts") instanceof List<?> outputs
                        ? outputs.stream()
                                .map(it -> it instanceof Map<?, ?> artifact ? artifact.get("name") : null)
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .toList()
                        : List.of());
    }

    private static Map<?, ?> map(Map<?, ?> from, String name) {
        return from.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(Map<?, ?> from, String name) {
        return Optional.ofNullable(from.get(name)).map(Object::toString);
    }
}
