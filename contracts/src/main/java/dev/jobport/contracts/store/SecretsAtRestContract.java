package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.SECRET;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newInvocation;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Store} must do that seals secrets: with a key it keeps none as it is, and shows none to whoever lacks the
 * key, nor in another place. Keys are named as the contract likes.
 */
public interface SecretsAtRestContract {

    String PASSWORD = "Tr0ub4dor&3";

    /**
     * Opens one and the same place throughout a test, and at its beginning without any content.
     *
     * @param keys of these names, the first of which seals; with none, secrets are kept as they are
     */
    Store open(String... keys);

    /** What a message calls the key of a name. */
    String idOf(String key);

    /** All that is kept, with the store closed or open, so that what is kept as it is can be found in it. */
    String content();

    /**
     * Puts others in the place of the sealed secrets, behind the store's back, while it is closed.
     *
     * @param change called with each secret as it is kept, in the order in which the actions were added
     */
    void replaceSealed(UnaryOperator<String> change);

    private static Job aJobWithASecret(String secret) {
        Map<String, String> configuration = new LinkedHashMap<>(FULL_INPUT.configuration());
        configuration.put(SECRET, secret);
        return aJob().of(new ActionInput(
                        configuration,
                        FULL_INPUT.pipelineContext(),
                        FULL_INPUT.inputArtifacts(),
                        FULL_INPUT.outputArtifacts(),
                        FULL_INPUT.encryptionKey()))
                .first();
    }

    private <T> T in(List<String> keys, Function<Store, T> work) {
        try (Store store = open(keys.toArray(String[]::new))) {
            return work.apply(store);
        }
    }

    private Job added(List<String> keys, Job job) {
        return in(keys, store -> {
            store.jobs().add(job);
            return job;
        });
    }

    private void assertFound(List<String> keys, Job... jobs) {
        in(keys, store -> {
            assertThat(jobs)
                    .allSatisfy(job -> assertThat(store.jobs().find(job.id()))
                            .contains(job)
                            .hasValueSatisfying(
                                    found -> assertThat(found.action()).isEqualTo(job.action())));
            return store;
        });
    }

    @Test
    default void with_a_key_secrets_are_nowhere_as_they_are_whatever_becomes_of_the_job() {
        Job job = aJobWithASecret(PASSWORD);
        Instant now = job.dueAt();
        try (Store store = open("a")) {
            store.jobs().add(job);
            assertThat(content()).doesNotContain(PASSWORD);

            Job taken = after(store.jobs().claim(job.action().queue(), 1, now, it -> it.dispatch(newNonce(), now)))
                    .get(0);
            store.jobs()
                    .update(
                            job.id(),
                            it -> Change.of(it, it.acknowledge(taken.nonce().orElseThrow(), newInvocation(), now)));
            store.jobs().update(job.id(), it -> it.succeed(successWith("on"), () -> newJobId(), now));
            assertThat(content()).doesNotContain(PASSWORD);
        }
        assertThat(content()).doesNotContain(PASSWORD);
    }

    /** So the test before looks where secrets would be. */
    @Test
    default void without_a_key_secrets_are_kept_as_they_are() {
        added(List.of(), aJobWithASecret(PASSWORD));

        assertThat(content()).contains(PASSWORD);
    }

    @Test
    default void the_token_of_a_client_is_nowhere_as_it_is_with_a_key_or_without() {
        in(List.of(), store -> {
            Client client = Client.register(CLIENT, new ClientToken(PASSWORD));
            return store.clients().addIfAbsent(ACCOUNT, client);
        });

        assertThat(content()).contains(CLIENT.value()).doesNotContain(PASSWORD);
    }

    @Test
    default void the_job_is_the_same_again() {
        Job job = added(List.of("a"), aJobWithASecret("Größe \"值\" 🔑"));

        assertFound(List.of("a"), job);
    }

    @Test
    default void a_key_may_come_later() {
        Job before = added(List.of(), aJobWithASecret("before"));
        Job after = added(List.of("a"), aJobWithASecret("after"));

        assertFound(List.of("a"), before, after);
    }

    @Test
    default void keys_can_be_changed_while_those_before_still_open() {
        Job first = added(List.of("a"), aJobWithASecret("first"));
        Job second = added(List.of("b", "a"), aJobWithASecret("second"));

        assertFound(List.of("c", "b", "a"), first, second);
        assertThatThrownBy(() -> open("a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(idOf("b"));
    }

    @Test
    default void a_key_may_go_when_its_last_secret_has_gone() {
        Job job = added(List.of("a"), aJobWithASecret("first"));
        in(List.of("b", "a"), store -> {
            store.jobs().update(job.id(), it -> Change.of(it, it.at(it.action().deadline())));
            return store.history().removeEnded(job.action().deadline().plusSeconds(1), 10);
        });
        Job second = added(List.of("b"), aJobWithASecret("second"));

        assertFound(List.of("b"), second);
    }

    @Test
    default void without_its_key_a_store_with_secrets_does_not_open() {
        Job job = added(List.of("a"), aJobWithASecret("secret"));

        for (List<String> others : List.of(List.<String>of(), List.of("b"))) {
            assertThatThrownBy(() -> in(others, Store::isReady))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(idOf("a"));
        }
        assertFound(List.of("a"), job);
    }

    @Test
    default void a_key_that_sealed_nothing_may_go() {
        Job job = added(List.of("a"), aBareJob().first());

        assertFound(List.of(), job);
    }

    @Test
    default void a_secret_that_was_moved_to_another_action_is_not_shown_there() {
        Job mine = added(List.of("a"), aJobWithASecret("mine"));
        added(List.of("a"), aJobWithASecret("yours"));
        List<String> all = new ArrayList<>();
        replaceSealed(kept -> {
            all.add(kept);
            return kept;
        });
        replaceSealed(kept -> kept.equals(all.get(0)) ? all.get(1) : all.get(0));

        in(List.of("a"), store -> assertLost(store.jobs().find(mine.id()).orElseThrow()));
    }

    @Test
    default void a_secret_that_was_altered_is_not_shown() {
        Job job = added(List.of("a"), aJobWithASecret("secret"));
        replaceSealed(SecretsAtRestContract::altered);

        in(List.of("a"), store -> assertLost(store.jobs().find(job.id()).orElseThrow()));
    }

    @Test
    default void a_lost_secret_stops_no_job_from_being_listed_nor_polled_nor_timed_out() {
        Job lost = added(List.of("a"), aJobWithASecret("lost"));
        Job whole = added(List.of("a"), aJobWithASecret("whole"));
        replaceSealed(new UnaryOperator<>() {
            private boolean isFirst = true;

            @Override
            public String apply(String secret) {
                String kept = isFirst ? altered(secret) : secret;
                isFirst = false;
                return kept;
            }
        });

        in(List.of("a"), store -> {
            Account account = lost.action().account();
            Instant now = lost.dueAt();
            PageRequest page = PageRequest.first();
            Instant end = lost.action().deadline();
            assertThat(List.of(
                            store.history()
                                    .list(account, Optional.empty(), page)
                                    .items(),
                            store.history().lastOfActions(account, page).items(),
                            after(store.jobs()
                                    .claim(lost.action().queue(), 10, now, job -> job.dispatch(newNonce(), now))),
                            after(store.jobs().advance(end, 10, job -> job.at(end)))))
                    .allSatisfy(jobs ->
                            assertThat(jobs).extracting(Job::id).containsExactlyInAnyOrder(lost.id(), whole.id()));
            return store;
        });
    }

    private static String altered(String secret) {
        int place = secret.length() / 2;
        char other = secret.charAt(place) == 'A' ? 'B' : 'A';
        return secret.substring(0, place) + other + secret.substring(place + 1);
    }

    private static Job assertLost(Job job) {
        assertThat(job.action().secrets()).contains(SECRET);
        assertThat(job.action().input().configuration()).doesNotContainKey(SECRET);
        assertThat(job.action().shownConfiguration()).containsEntry(SECRET, ConfigurationProperty.MASK);
        return job;
    }
}
