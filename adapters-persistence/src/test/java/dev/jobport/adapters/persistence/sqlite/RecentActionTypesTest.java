package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of action types is what is on disk. */
class RecentActionTypesTest {

    /** A disk that counts how often it is read, and may fail when it has kept a change. */
    private static final class Disk implements ActionTypeRepository {

        private final ActionTypeRepository kept = new MemoryStore().actionTypes();
        private int reads;
        private boolean fails;

        @Override
        public ActionType update(Account account, ActionTypeId id, Replacement replacement) {
            ActionType made = kept.update(account, id, replacement);
            if (fails) {
                throw new IllegalStateException("nobody knows whether it was kept");
            }
            return made;
        }

        @Override
        public Optional<ActionType> find(Account account, ActionTypeId id) {
            reads++;
            return kept.find(account, id);
        }

        @Override
        public List<ActionType> list(Account account, String after, int atMost) {
            return kept.list(account, after, atMost);
        }
    }

    private final Disk disk = new Disk();
    private final ActionTypeRepository recent = RecentActionTypes.of(disk);
    private final ActionType first = new ActionType(ACTION_TYPE, Timing.defaultsFor(ACTION_TYPE.owner()));
    private final ActionType second = first.tagged(new Tags(Map.of("team", "shop")));

    @Test
    void one_that_is_there_is_read_once() {
        disk.kept.put(ACCOUNT, first);

        assertThat(recent.find(ACCOUNT, ACTION_TYPE)).contains(first);
        assertThat(recent.find(ACCOUNT, ACTION_TYPE)).contains(first);
        assertThat(disk.reads).isEqualTo(1);
    }

    @Test
    void one_that_is_not_there_is_looked_for_again() {
        assertThat(recent.find(ACCOUNT, ACTION_TYPE)).isEmpty();
        disk.kept.put(ACCOUNT, first);

        assertThat(recent.find(ACCOUNT, ACTION_TYPE)).contains(first);
    }

    @Test
    void a_change_is_found_without_reading() {
        recent.put(ACCOUNT, first);
        recent.put(ACCOUNT, second);

        assertThat(recent.find(ACCOUNT, ACTION_TYPE)).contains(second);
        assertThat(disk.reads).isZero();
    }

    @Test
    void after_a_change_that_failed_the_disk_is_read() {
        recent.put(ACCOUNT, first);
        disk.fails = true;

        assertThatThrownBy(() -> recent.put(ACCOUNT, second)).hasMessageContaining("nobody knows");

        assertThat(recent.find(ACCOUNT, ACTION_TYPE)).contains(second);
    }

    @Test
    void accounts_are_apart() {
        recent.put(ACCOUNT, first);

        assertThat(recent.find(OTHER_ACCOUNT, ACTION_TYPE)).isEmpty();
    }
}
