package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driven.Store;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Store} must do that several servers use at the same time, each through an instance of its own: together
 * they behave as one store does. To be implemented beside {@link DurableStoreContract}.
 */
public interface SharedStoreContract extends SharedJobsContract, CrashedInstanceContract {

    @Test
    default void action_types_of_one_are_seen_by_the_other_each_time_they_are_put() {
        try (Store other = another()) {
            assertThat(other.actionTypes().find(ACCOUNT, ACTION_TYPE)).isEmpty();
            for (int lease = 1; lease <= 3; lease++) {
                Timing defaults = Timing.defaultsFor(ActionOwner.ThirdParty);
                ActionType put = new ActionType(
                        ACTION_TYPE,
                        new Timing(
                                Duration.ofSeconds(lease),
                                defaults.jobTimeout(),
                                defaults.actionTimeout(),
                                defaults.continuationDelay()));
                store().actionTypes().put(ACCOUNT, put);
                assertThat(other.actionTypes().find(ACCOUNT, ACTION_TYPE)).contains(put);
                assertThat(other.actionTypes().list(ACCOUNT, "", 1_000)).containsExactly(put);
            }
        }
    }

    @Test
    default void of_changes_of_an_action_type_none_is_lost() {
        store().actionTypes().put(ACCOUNT, new ActionType(CUSTOM_ACTION_TYPE, Timing.defaultsFor(ActionOwner.Custom)));
        AtomicInteger next = new AtomicInteger();

        List<ActionType> changed = onAllInstances(instance -> IntStream.range(0, 2)
                .mapToObj(i -> new Tags(Map.of("key-" + next.incrementAndGet(), "")))
                .map(tags -> instance.actionTypes().update(ACCOUNT, CUSTOM_ACTION_TYPE, (before, others) -> {
                    ActionType found = before.orElseThrow();
                    return found.tagged(found.tags().with(tags));
                }))
                .toList());

        assertThat(store().actionTypes()
                        .find(ACCOUNT, CUSTOM_ACTION_TYPE)
                        .orElseThrow()
                        .tags()
                        .values())
                .hasSize(changed.size());
    }

    @Test
    default void clients_of_one_are_seen_by_the_other_and_of_those_that_add_one_at_once_one_succeeds() {
        Client client = Client.register(CLIENT, new ClientToken("token"));
        try (Store other = another()) {
            assertThat(other.clients().find(ACCOUNT, client.id())).isEmpty();
            List<Boolean> added =
                    onAllInstances(instance -> List.of(instance.clients().addIfAbsent(ACCOUNT, client)));

            assertThat(added).filteredOn(success -> success).hasSize(1);
            assertThat(other.clients().find(ACCOUNT, client.id())).contains(client);
            assertThat(other.clients().list(ACCOUNT, "", 1_000)).containsExactly(client.id());
        }
    }

    @Test
    default void a_client_that_one_replaced_or_removed_is_at_once_so_for_the_other() {
        Client before = Client.register(CLIENT, new ClientToken("first"));
        Client after = Client.register(CLIENT, new ClientToken("second"));
        try (Store other = another()) {
            store().clients().addIfAbsent(ACCOUNT, before);
            assertThat(other.clients().find(ACCOUNT, before.id())).contains(before);

            store().clients().replace(ACCOUNT, after);
            assertThat(other.clients().find(ACCOUNT, before.id())).contains(after);

            store().clients().remove(ACCOUNT, before.id());
            assertThat(other.clients().find(ACCOUNT, before.id())).isEmpty();
        }
    }

    @Test
    default void all_instances_go_by_one_time() {
        try (Store other = another()) {
            Duration apart =
                    Duration.between(store().time().instant(), other.time().instant());

            assertThat(apart.abs()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    default void what_one_kept_survives_its_end_and_is_found_by_those_that_come_later() {
        Job job;
        try (Store other = another()) {
            job = aJob().first();
            other.jobs().add(job);
        }
        assertThat(stored(job)).isEqualTo(job);
        try (Store later = another()) {
            assertThat(later.jobs().find(job.id())).contains(job);
        }
    }
}
