package dev.jobport.lab.world;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.lab.record.SecretTags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mints other credentials for each answer, so that it can be told by which answer a worker got its own. */
public final class MintedCredentials implements ArtifactCredentials {

    /** API Reference, AWSSessionCredentials: those of jobs are good for about this long. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final SeededIdentifiers identifiers;
    private final InstantSource time;
    private final SecretTags tags;
    private final Map<ActionExecutionId, Instant> newest = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /** What was handed out for an action. */
    public record Grant(ActionExecutionId action, String sessionToken, Instant since) {

        public boolean isExpired(Instant now) {
            return !now.isBefore(since.plus(GOOD_FOR));
        }

        /** Without its secret. */
        @Override
        public String toString() {
            return "Grant[" + action + ", " + since + "]";
        }
    }

    MintedCredentials(SeededIdentifiers identifiers, InstantSource time, SecretTags tags) {
        this.identifiers = identifiers;
        this.time = time;
        this.tags = tags;
    }

    @Override
    public Optional<AwsSessionCredentials> forAction(ActionExecution action) {
        var minted = new AwsSessionCredentials(identifiers.secret(), identifiers.secret(), identifiers.secret());
        tags.tagAll(SecretTags.Kind.CREDENTIALS, minted.accessKeyId(), minted.secretAccessKey(), minted.sessionToken());
        Instant now = time.instant();
        newest.put(action.id(), now);
        grants.put(minted.accessKeyId(), new Grant(action.id(), minted.sessionToken(), now));
        return Optional.of(minted);
    }

    /** By the access key; empty if it was never handed out. */
    Optional<Grant> grant(String accessKeyId) {
        return Optional.ofNullable(grants.get(accessKeyId));
    }

    /** When the newest ones of an action expire. */
    Optional<Instant> expiry(ActionExecutionId action) {
        return Optional.ofNullable(newest.get(action)).map(it -> it.plus(GOOD_FOR));
    }
}
