package dev.jobport.adapters.credentials;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each account the credentials that are listed for it, and for the buckets that it may name only. An account that is
 * not listed gets none. Otherwise an action could name another account's bucket and get credentials for it.
 */
final class PerAccount implements ArtifactCredentials {

    private static final Logger log = LoggerFactory.getLogger(PerAccount.class);

    /** So many different refusals are told of; who names buckets must not fill the log. */
    private static final int MAX_TOLD = 1_000;

    private final Map<String, Source> sources;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param buckets that actions of the account may name */
    record Source(ArtifactCredentials credentials, BucketNames buckets) {}

    /** @param sources by the account's id */
    PerAccount(Map<String, Source> sources) {
        this.sources = Map.copyOf(sources);
    }

    @Override
    public Optional<AwsSessionCredentials> forAction(ActionExecution action) {
        Source source = sources.get(action.account().id());
        if (source == null) {
            return Optional.empty();
        }
        Optional<String> foreign = buckets(action.input())
                .filter(bucket -> !source.buckets().include(bucket))
                .findFirst();
        if (foreign.isPresent()) {
            tell(action.account(), foreign.get());
            return Optional.empty();
        }
        return source.credentials().forAction(action);
    }

    private static Stream<String> buckets(ActionInput input) {
        return Stream.concat(input.inputArtifacts().stream(), input.outputArtifacts().stream())
                .map(Artifact::location)
                .flatMap(Optional::stream)
                .map(Artifact.S3Location::bucketName);
    }

    private void tell(Account account, String bucket) {
        if (told.size() < MAX_TOLD && told.add(account.id() + " " + bucket)) {
            log.warn(
                    "An action of account {} names the bucket {}, which the artifact credentials file does not list for"
                            + " it: its jobs get no credentials.",
                    account.id(),
                    bucket);
        }
    }
}
