package dev.jobport.lab.world;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.lab.record.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mints other credentials for each answer, so that it can be told by which answer a worker got its own. */
final class MintedCredentials implements ArtifactCredentials {

    /** API Reference, AWSSessionCredentials: those of jobs are good for about this long. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final SeededIdentifiers identifiers;
    private final InstantSource time;
    private final Tags tags;
    private final Map<ActionExecutionId, Instant> newest = new ConcurrentHashMap<>();

    MintedCredentials(SeededIdentifiers identifiers, InstantSource time, Tags tags) {
        this.identifiers = identifiers;
        this.time = time;
        this.tags = tags;
    }

    @Override
    public Optional<AwsSessionCredentials> forAction(ActionExecution action) {
        var minted = new AwsSessionCredentials(identifiers.secret(), identifiers.secret(), identifiers.secret());
        tags.tagAll(Tags.Kind.CREDENTIALS, minted.accessKeyId(), minted.secretAccessKey(), minted.sessionToken());
        newest.put(action.id(), time.instant());
        return Optional.of(minted);
    }

    /** When the newest ones of an action are good no more. */
    Optional<Instant> expiry(ActionExecutionId action) {
        return Optional.ofNullable(newest.get(action)).map(it -> it.plus(GOOD_FOR));
    }
}
