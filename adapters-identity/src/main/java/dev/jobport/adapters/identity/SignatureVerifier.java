package dev.jobport.adapters.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells with which access key a request was signed, or refuses it, in the order in which AWS's front door decides.
 * Which headers a client signs is its own affair, but for those that the server acts on.
 */
final class SignatureVerifier {

    /** How far a client's clock may be off (IAM User Guide, "Elements of an AWS API request signature"). */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** With a space behind, as AWS has it. */
    static final String WRONG_REGION = "Credential should be scoped to a valid region. ";

    private static final String HOST = "host";

    /** Whoever could change one of these could make another request of a signed one. In AWS's spelling for messages. */
    private static final Map<String, String> SIGNED_IF_PRESENT = new LinkedHashMap<>();

    static {
        SIGNED_IF_PRESENT.put(HOST, "'Host' or ':authority'");
        SIGNED_IF_PRESENT.put("x-amz-date", "'X-Amz-Date'");
        SIGNED_IF_PRESENT.put("x-amz-target", "'X-Amz-Target'");
        SIGNED_IF_PRESENT.put("x-amz-security-token", "'X-Amz-Security-Token'");
    }

    private final Function<String, Optional<AccessKey>> keys;
    private final Set<String> regions;
    private final InstantSource time;
    final SigningKeys signingKeys = new SigningKeys();

    /**
     * @param keys finds the access key with an id
     * @param regions to one of which signatures have to be scoped
     */
    SignatureVerifier(Function<String, Optional<AccessKey>> keys, Set<String> regions, InstantSource time) {
        this.keys = keys;
        this.regions = Set.copyOf(regions);
        this.time = time;
    }

    /** @throws NotAuthenticated if it is not signed, or not as it has to be */
    Signer verify(SentRequest request) {
        Authorization authorization = Authorization.of(request);
        AccessKey key = keys.apply(authorization.accessKeyId()).orElseThrow(NotAuthenticated::unrecognized);
        requireSigned(request, authorization);
        requireBody(request);
        byte[] signingKey = signingKeys.find(key, authorization.scope());
        requireSignature(request, authorization, signingKey);
        requireSessionToken(request, key);
        requireTime(authorization.date());
        requireScope(authorization);
        signingKeys.keep(key, authorization.scope(), signingKey); // not before: a client can sign for any scope
        return new Signer(key, authorization.scope().region());
    }

    private static void requireSigned(SentRequest request, Authorization authorization) {
        List<String> listed = List.of(authorization.signedHeaders().split(";", -1));
        Set<String> signed = Set.copyOf(listed);
        // each spelling of a name finds the same values: a small request could make a large one to calculate with
        boolean lowerCase = listed.stream().allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
        if (signed.size() < listed.size()
                || !lowerCase
                || request.host().stream().allMatch(String::isBlank)) {
            throw NotAuthenticated.mismatch();
        }
        SIGNED_IF_PRESENT.forEach((header, spelling) -> {
            boolean needed = header.equals(HOST) || request.header(header).isPresent();
            if (needed && !signed.contains(header)) {
                throw NotAuthenticated.invalid(spelling + " must be a 'SignedHeader' in the AWS Authorization.");
            }
        });
    }

    /** A signature is always over the body that came; a client that says that it signed none, or another, is wrong. */
    private static void requireBody(SentRequest request) {
        request.header("x-amz-content-sha256").ifPresent(claimed -> {
            if (!claimed.equals(request.body().sha256())) {
                throw NotAuthenticated.mismatch();
            }
        });
    }

    private static void requireSignature(SentRequest request, Authorization authorization, byte[] signingKey) {
        String expected = Signature.of(request, authorization, signingKey);
        if (!equal(expected, authorization.signature())) {
            throw NotAuthenticated.mismatch();
        }
    }

    private static void requireSessionToken(SentRequest request, AccessKey key) {
        Optional<String> token = request.header("x-amz-security-token");
        if (!equal(token.orElse(""), key.sessionToken().orElse(""))) {
            throw NotAuthenticated.unrecognized();
        }
    }

    private void requireTime(Instant date) {
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant earliest = now.minus(CLOCK_TOLERANCE);
        Instant latest = now.plus(CLOCK_TOLERANCE);
        if (date.isBefore(earliest)) {
            throw offTime("Signature expired: %s is now earlier than %s (%s - %d min.)", date, earliest, now);
        }
        if (date.isAfter(latest)) {
            throw offTime("Signature not yet current: %s is still later than %s (%s + %d min.)", date, latest, now);
        }
    }

    private static NotAuthenticated offTime(String message, Instant date, Instant limit, Instant now) {
        return NotAuthenticated.invalid(message.formatted(
                Authorization.inBasicFormat(date),
                Authorization.inBasicFormat(limit),
                Authorization.inBasicFormat(now),
                CLOCK_TOLERANCE.toMinutes()));
    }

    private void requireScope(Authorization authorization) {
        Scope scope = authorization.scope();
        StringBuilder wrong = new StringBuilder(); // each with a space behind, as AWS has it
        if (!regions.contains(scope.region())) {
            wrong.append(WRONG_REGION);
        }
        if (!scope.service().equals(Scope.SERVICE)) {
            wrong.append("Credential should be scoped to correct service: '" + Scope.SERVICE + "'. ");
        }
        if (!scope.terminator().equals(Scope.TERMINATOR)) {
            wrong.append("Credential should be scoped with a valid terminator: '" + Scope.TERMINATOR + "', not '")
                    .append(scope.terminator())
                    .append("'. ");
        }
        String timestamp = authorization.timestamp();
        if (!timestamp.startsWith(scope.date() + "T")) {
            wrong.append("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '")
                    .append(scope.date())
                    .append("' != '")
                    .append(timestamp, 0, timestamp.indexOf('T'))
                    .append("', from '")
                    .append(timestamp)
                    .append("'.");
        }
        if (!wrong.isEmpty()) {
            throw NotAuthenticated.invalid(wrong.toString());
        }
    }

    /** Takes the same time wherever the difference is. */
    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
