package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.store.StoreUnderTest.atOnce;

import dev.jobport.domain.actiontype.ActionTypeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whatever sequence of commands comes, from one caller or from many, the invariants of a job's life hold. */
public interface RandomCommandsContract extends StoreUnderTest {

    int SEQUENCES = 50;
    int COMMANDS = 70;
    int CALLERS = 8;

    @Test
    default void no_sequence_of_commands_breaks_an_invariant() {
        for (int seed = 1; seed <= SEQUENCES; seed++) {
            JobLedger ledger = new JobLedger(store(), true);
            RandomCommands commands = new RandomCommands(ledger, type(seed), clockOf(seed), new Random(seed));
            for (int command = 1; command <= COMMANDS; command++) {
                ledger.about("seed " + seed + ", command " + command);
                commands.next();
                ledger.check();
            }
            commands.letAllTimeOut();
            ledger.checkThatAllHaveEnded();
        }
    }

    @Test
    default void no_sequences_of_commands_at_the_same_time_break_an_invariant() {
        for (int seed = 1; seed <= 3; seed++) {
            JobLedger ledger = new JobLedger(store(), false);
            ledger.about("seed " + seed + " of " + CALLERS + " callers");
            AtomicReference<Instant> clock = clockOf(seed);
            List<Callable<Void>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                RandomCommands commands =
                        new RandomCommands(ledger, type(seed), clock, new Random(seed * CALLERS + caller));
                callers.add(() -> {
                    for (int command = 1; command <= COMMANDS; command++) {
                        commands.next();
                    }
                    return null;
                });
            }
            atOnce(callers);
            ledger.check();
            new RandomCommands(ledger, type(seed), clock, new Random(seed)).letAllTimeOut();
            ledger.checkThatAllHaveEnded();
        }
    }

    /** One sequence must not be handed the jobs of another. */
    private static ActionTypeId type(int seed) {
        ActionTypeId type = ACTION_TYPE;
        return new ActionTypeId(type.category(), type.owner(), type.provider(), "seed-" + seed);
    }

    private static AtomicReference<Instant> clockOf(int seed) {
        return new AtomicReference<>(START.plus(TIMING.actionTimeout().multipliedBy(seed)));
    }
}
