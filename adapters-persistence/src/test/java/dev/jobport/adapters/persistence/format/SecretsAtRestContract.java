package dev.jobport.adapters.persistence.format;

import static dev.jobport.contracts.SomeJobs.FULL_INPUT;
import static dev.jobport.contracts.SomeJobs.SECRET;
import static dev.jobport.contracts.SomeJobs.aBareJob;
import static dev.jobport.contracts.SomeJobs.aJob;
import static dev.jobport.contracts.SomeJobs.newNonce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever a store on SQL keeps, it keeps no secret as it is when it has a key. */
public interface SecretsAtRestContract {

    /** Opens one and the same place throughout a test, and at its beginning without any content. */
    Store open(SecretsKeys keys);

    /** All that is kept, with the store closed or open. */
    String content();

    /** Changes the column {@code input} of all action executions behind the store's back, while it is closed. */
    void tamper(UnaryOperator<String> input);

    private static SecretsKeys keys(String... names) {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            lines.add(Base64.getEncoder().encodeToString(name.repeat(32).getBytes()));
        }
        try {
            Path file = Files.createTempFile("secrets", ".key");
            try {
                return SecretsKeys.read(Files.write(file, lines));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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

    private <T> T in(SecretsKeys keys, Function<Store, T> work) {
        try (Store store = open(keys)) {
            return work.apply(store);
        }
    }

    private Job added(SecretsKeys keys, Job job) {
        return in(keys, store -> {
            store.jobs().add(job);
            return job;
        });
    }

    private void assertFound(SecretsKeys keys, Job... jobs) {
        try (Store store = open(keys)) {
            assertThat(jobs)
                    .allSatisfy(job -> assertThat(store.jobs().find(job.id()))
                            .contains(job)
                            .hasValueSatisfying(
                                    found -> assertThat(found.action()).isEqualTo(job.action())));
        }
    }

    @Test
    default void with_a_key_secrets_are_nowhere_as_they_are() {
        try (Store store = open(keys("a"))) {
            store.jobs().add(aJobWithASecret("Tr0ub4dor&3"));

            assertThat(content()).contains("a \\\"quoted\\\" value").doesNotContain("Tr0ub4dor");
        }
        assertThat(content()).doesNotContain("Tr0ub4dor");
    }

    @Test
    default void without_a_key_they_are() {
        added(SecretsKeys.NONE, aJobWithASecret("Tr0ub4dor&3"));

        assertThat(content()).contains("Tr0ub4dor");
    }

    @Test
    default void the_job_is_the_same_again() {
        Job job = added(keys("a"), aJobWithASecret("Größe \"值\" 🔑"));

        assertFound(keys("a"), job);
    }

    @Test
    default void a_key_may_come_later() {
        Job before = added(SecretsKeys.NONE, aJobWithASecret("before"));
        Job after = added(keys("a"), aJobWithASecret("after"));

        assertFound(keys("a"), before, after);
    }

    @Test
    default void keys_can_be_changed_while_those_before_still_open() {
        Job first = added(keys("a"), aJobWithASecret("first"));
        Job second = added(keys("b", "a"), aJobWithASecret("second"));

        assertFound(keys("c", "b", "a"), first, second);
        assertThatThrownBy(() -> open(keys("a")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("sealed with the key "
                        + keys("b").sealing().orElseThrow().id());
    }

    @Test
    default void a_key_may_go_when_its_last_secret_has_gone() {
        Job job = added(keys("a"), aJobWithASecret("first"));
        in(keys("b", "a"), store -> {
            store.jobs().update(job.id(), it -> Outcome.of(it.at(it.action().deadline())));
            return store.jobs().removeEnded(job.action().deadline().plusSeconds(1), 10);
        });
        Job second = added(keys("b"), aJobWithASecret("second"));

        assertFound(keys("b"), second);
    }

    @Test
    default void without_its_key_a_store_with_secrets_does_not_open() {
        added(keys("a"), aJobWithASecret("secret"));
        String id = keys("a").sealing().orElseThrow().id();

        for (SecretsKeys others : List.of(SecretsKeys.NONE, keys("b"))) {
            assertThatThrownBy(() -> open(others))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("The store ")
                    .hasMessageEndingWith(" cannot be opened: it holds secrets that were sealed with the key " + id
                            + "; give the server a secrets key file with that key.");
        }
    }

    @Test
    default void a_key_that_sealed_nothing_may_go() {
        Job job = added(keys("a"), aBareJob().first());

        assertFound(SecretsKeys.NONE, job);
    }

    @Test
    default void a_secret_that_was_moved_to_another_action_is_not_shown_there() {
        Job mine = added(keys("a"), aJobWithASecret("mine"));
        added(keys("a"), aJobWithASecret("yours"));
        List<String> all = new ArrayList<>();
        tamper(input -> {
            all.add(input);
            return input;
        });
        tamper(input -> input.equals(all.get(0)) ? all.get(1) : all.get(0));

        in(keys("a"), store -> assertLost(store.jobs().find(mine.id()).orElseThrow()));
    }

    @Test
    default void a_secret_that_was_altered_is_not_shown() {
        Job job = added(keys("a"), aJobWithASecret("secret"));
        tamper(SecretsAtRestContract::altered);

        in(keys("a"), store -> assertLost(store.jobs().find(job.id()).orElseThrow()));
    }

    @Test
    default void a_lost_secret_stops_no_job_from_being_listed_nor_polled_nor_timed_out() {
        Job lost = added(keys("a"), aJobWithASecret("lost"));
        Job whole = added(keys("a"), aJobWithASecret("whole"));
        tamper(new UnaryOperator<>() {
            private boolean isFirst = true;

            @Override
            public String apply(String input) {
                String kept = isFirst ? altered(input) : input;
                isFirst = false;
                return kept;
            }
        });

        in(keys("a"), store -> {
            Account account = lost.action().account();
            Instant now = lost.dueAt();
            PageRequest page = PageRequest.first();
            Instant end = lost.action().deadline();
            assertThat(List.of(
                            store.jobs().list(account, Optional.empty(), page).items(),
                            store.jobs().listLastOfActions(account, page).items(),
                            store.jobs().claim(lost.action().queue(), 10, now, job -> job.dispatch(newNonce(), now)),
                            store.jobs().advance(end, 10, job -> job.at(end))))
                    .allSatisfy(jobs ->
                            assertThat(jobs).extracting(Job::id).containsExactlyInAnyOrder(lost.id(), whole.id()));
            return store;
        });
    }

    private static String altered(String input) {
        int place = input.indexOf("\"sealed\":\"") + 30;
        char other = input.charAt(place) == 'A' ? 'B' : 'A';
        return input.substring(0, place) + other + input.substring(place + 1);
    }

    private static Job assertLost(Job job) {
        assertThat(job.action().lostSecrets()).containsExactly(SECRET);
        assertThat(job.action().shownConfiguration()).containsEntry(SECRET, ActionExecution.SECRET);
        assertThatThrownBy(() -> job.action().workerInput())
                .isInstanceOf(ActionExecution.SecretsLost.class)
                .hasMessageContaining(job.action().id().value());
        return job;
    }
}
