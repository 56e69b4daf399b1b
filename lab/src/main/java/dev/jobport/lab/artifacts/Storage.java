package dev.jobport.lab.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.adapters.wire.Answer;
import dev.jobport.lab.artifacts.Shelf.Content;
import dev.jobport.lab.artifacts.Shelf.Lot;
import dev.jobport.lab.faults.Framing;
import dev.jobport.lab.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers requests for objects as S3 does, with its names of errors. */
record Storage(Shelf shelf, World world) {

    private static final String REQUEST_ID = "x-amz-request-id";
    private static final byte[] NOTHING = {};

    Answer answer(ObjectRequest request) {
        Optional<Answer> refused = refused(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Lot> lot = shelf.at(request.path());
        return switch (request.operation()) {
            case "GetObject", "HeadObject" ->
                lot.flatMap(Lot::content)
                        .map(content -> ok(request, content))
                        .orElseGet(() -> error(request, 404, "NoSuchKey", "The specified key does not exist."));
            case "PutObject" -> lot.map(it -> store(request, it)).orElseGet(() -> notOffered(request));
            default -> notOffered(request);
        };
    }

    /** By whose credentials it is; anybody's who has some are as good as another's. */
    private Optional<Answer> refused(ObjectRequest request) {
        if (request.key().isEmpty()) {
            return Optional.of(error(request, 403, "AccessDenied", "The request bears no access key."));
        }
        if (world.keys().stream().anyMatch(it -> it.accessKeyId().equals(request.key()))) {
            return Optional.empty();
        }
        return world.grant(request.key())
                .map(grant -> {
                    if (!Optional.of(grant.sessionToken()).equals(request.sessionToken())) {
                        return Optional.of(error(request, 400, "InvalidToken", "The session token is another key's."));
                    }
                    return grant.isExpired(world.time().instant())
                            ? Optional.of(error(request, 400, "ExpiredToken", "The provided token has expired."))
                            : Optional.<Answer>empty();
                })
                .orElseGet(() ->
                        Optional.of(error(request, 403, "InvalidAccessKeyId", "Nobody was given this access key.")));
    }

    private static Answer store(ObjectRequest request, Lot lot) {
        byte[] bytes;
        try {
            bytes = request.content();
        } catch (IllegalArgumentException e) {
            return error(request, 400, "IncompleteBody", e.getMessage());
        }
        lot.store(new Content(bytes, request.type(), Instant.now()));
        return answer(request, 200, "ok", Map.of("ETag", Digest.etag(bytes)), NOTHING);
    }

    private static Answer ok(ObjectRequest request, Content content) {
        return answer(
                request,
                200,
                "ok",
                Map.of(
                        "Content-Type", content.type(),
                        "ETag", Digest.etag(content.bytes()),
                        "Last-Modified", Framing.date(content.since())),
                content.bytes());
    }

    private static Answer notOffered(ObjectRequest request) {
        return error(
                request,
                501,
                "NotImplemented",
                "This is no S3: it takes GET, HEAD and PUT of the artifacts of the lab's actions, each as a whole.");
    }

    static Answer error(ObjectRequest request, int status, String code, String message) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message);
        return answer(request, status, code, Map.of("Content-Type", "application/xml"), xml.getBytes(UTF_8));
    }

    private static Answer answer(
            ObjectRequest request, int status, String outcome, Map<String, String> headers, byte[] body) {
        String id = UUID.randomUUID().toString();
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(REQUEST_ID, id);
        boolean isHead = request.received().method().equals("HEAD");
        if (isHead) {
            all.put(Framing.LENGTH, Integer.toString(body.length));
        }
        return new Answer(status, request.operation(), outcome, id, all, isHead ? NOTHING : body);
    }
}
