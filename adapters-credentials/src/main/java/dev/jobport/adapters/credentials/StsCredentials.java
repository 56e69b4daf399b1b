package dev.jobport.adapters.credentials;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.action.ActionExecution;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Mints credentials by assuming a role, each for one action and good for its artifacts only. */
final class StsCredentials implements ArtifactCredentials {

    /** So long CodePipeline's own are good, and no shorter ones are to be had (STS API Reference, AssumeRole). */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** For one attempt, and for all that are made: a worker waits. */
    private static final Duration ATTEMPT = Duration.ofMillis(1500);

    private static final Duration CALL = Duration.ofSeconds(3);

    /** Errors of AssumeRole that are about the policy alone (STS API Reference, AssumeRole and Common Errors). */
    private static final Set<String> ABOUT_THE_POLICY = Set.of("MalformedPolicyDocument", "PackedPolicyTooLarge");

    /** Of any parameter; its message names which. */
    private static final String INVALID = "ValidationError";

    /** They speak of who asks, or when, and not of what is asked for. */
    private static final Set<Integer> OF_ALL_REQUESTS = Set.of(401, 403, 407, 408);

    private static final Logger log = LoggerFactory.getLogger(StsCredentials.class);

    private final Supplier<Role> current;
    private final StsClient sts;

    /** @param current asked at each call, so that its key can be changed; its endpoint and region stay what they are */
    StsCredentials(Supplier<Role> current) {
        Role first = current.get();
        this.current = current;
        this.sts = StsClient.builder()
                .endpointOverride(first.endpoint())
                .region(Region.of(first.region()))
                .credentialsProvider(() -> key(current.get()))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT)
                        .build())
                .overrideConfiguration(how -> how.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .build();
    }

    private static AwsCredentials key(Role role) {
        return role.sessionToken()
                .<AwsCredentials>map(token -> software.amazon.awssdk.auth.credentials.AwsSessionCredentials.create(
                        role.accessKeyId(), role.secretAccessKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(role.accessKeyId(), role.secretAccessKey()));
    }

    @Override
    public Optional<AwsSessionCredentials> forAction(ActionExecution action) {
        Role role = current.get();
        try {
            Credentials minted = sts.assumeRole(request -> request.roleArn(role.arn())
                            .roleSessionName(action.id().value())
                            .externalId(role.externalId().orElse(null))
                            .durationSeconds(Math.toIntExact(GOOD_FOR.toSeconds()))
                            .policy(SessionPolicy.of(action.input(), action.account(), role.partition())))
                    .credentials();
            if (!isWhole(minted)) {
                throw unavailable(role, action, "the answer holds none", null);
            }
            return Optional.of(
                    new AwsSessionCredentials(minted.accessKeyId(), minted.secretAccessKey(), minted.sessionToken()));
        } catch (AwsServiceException e) {
            if (isOfThisActionOnly(e)) {
                log.warn(
                        "The artifacts of action {} cannot be named in a policy ({}): its jobs get no credentials.",
                        action.id(),
                        said(e));
                return Optional.empty();
            }
            throw unavailable(
                    role, action, said(e), null); // its message may quote our request, and a session token in it
        } catch (SdkException e) {
            throw unavailable(role, action, e.getMessage(), e);
        }
    }

    /**
     * What the service says against the policy holds for one action, and must not keep others from being handed out. Nor
     * must a refusal without a code, as of a proxy that finds the request too long.
     */
    private static boolean isOfThisActionOnly(AwsServiceException refusal) {
        String message = Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("");
        return code(refusal)
                .map(code -> ABOUT_THE_POLICY.contains(code) || code.equals(INVALID) && message.contains("'policy'"))
                .orElseGet(() -> refusal.statusCode() / 100 == 4
                        && !refusal.isThrottlingException()
                        && !OF_ALL_REQUESTS.contains(refusal.statusCode()));
    }

    private static Optional<String> code(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .filter(code -> !code.isBlank());
    }

    /** Without what the service may have put into a line of its own. */
    private static String said(AwsServiceException refusal) {
        String said = code(refusal).orElse("status " + refusal.statusCode()) + ", request " + refusal.requestId();
        return said.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static boolean isWhole(Credentials minted) {
        return minted != null
                && minted.accessKeyId() != null
                && minted.secretAccessKey() != null
                && minted.sessionToken() != null;
    }

    private static Unavailable unavailable(Role role, ActionExecution action, String why, Exception cause) {
        return new Unavailable(role + " gives no credentials for action " + action.id() + ": " + why, cause);
    }
}
