package dev.jobport.conformance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.wire.Key;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of those who call besides the caller itself. It holds secrets, so it is a file.
 *
 * @param stranger who may touch jobs of {@code Test/Strangers/1} only
 * @param administrator who may change action types
 * @param foreigners of another account, or of the same one in another region
 */
record Callers(Named stranger, Named administrator, List<Named> foreigners) {

    static final Callers NOBODY = new Callers(null, null, List.of());

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    Callers {
        foreigners = foreigners == null ? List.of() : List.copyOf(foreigners);
    }

    /**
     * One of them.
     *
     * @param accountId the caller's, if it is absent
     * @param region the caller's, if it is absent
     * @param controlToken with which the account is controlled; the caller's, if it is absent
     */
    record Named(String accessKeyId, String secretAccessKey, String accountId, String region, String controlToken) {

        Named {
            if (accessKeyId == null || secretAccessKey == null) {
                throw new IllegalArgumentException("each caller has an accessKeyId and a secretAccessKey");
            }
        }

        Key key() {
            return new Key(accessKeyId, secretAccessKey, Optional.empty());
        }

        Caller caller(Account like, Set<ActionTypePattern> allowed, boolean control) {
            return new Caller(
                    accessKeyId,
                    new Account(accountId == null ? like.id() : accountId, region == null ? like.region() : region),
                    allowed,
                    control,
                    Optional.empty());
        }

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Named[" + accessKeyId + "]";
        }
    }

    /** @throws IOException if it cannot be read, or is no such file */
    static Callers read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Callers.class);
    }

    Optional<Caller> strange(Account account) {
        return Optional.ofNullable(stranger).map(it -> it.caller(account, Set.of(JobWorkerWorld.STRANGERS), false));
    }

    Optional<Caller> administering(Account account) {
        return Optional.ofNullable(administrator).map(it -> it.caller(account, Set.of(), true));
    }

    List<Caller> foreign(Account account) {
        return foreigners.stream()
                .map(it -> it.caller(account, Set.of(ActionTypePattern.ANY), false))
                .toList();
    }

    /** By the ids of their access keys. */
    Map<String, Key> keys() {
        Map<String, Key> keys = new HashMap<>();
        Optional.ofNullable(stranger).ifPresent(it -> keys.put(it.accessKeyId(), it.key()));
        Optional.ofNullable(administrator).ifPresent(it -> keys.put(it.accessKeyId(), it.key()));
        foreigners.forEach(it -> keys.put(it.accessKeyId(), it.key()));
        return keys;
    }

    Optional<String> controlToken(Account account) {
        return foreigners.stream()
                .filter(it -> account.id().equals(it.accountId()) && it.controlToken() != null)
                .map(Named::controlToken)
                .findFirst();
    }
}
