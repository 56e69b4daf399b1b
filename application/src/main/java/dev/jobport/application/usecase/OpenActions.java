package dev.jobport.application.usecase;

import dev.jobport.application.driven.JobHistory;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each account to its quota of open actions. They are counted now and then; in between, each start at this server
 * adds one. So a start costs the same however many there are. What other servers start in between is not counted, so the
 * quota may be exceeded by that.
 */
final class OpenActions {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    /** So soon an account that has reached its quota profits from what has ended. */
    private static final Duration GOOD_FOR_AT_QUOTA = Duration.ofSeconds(1);

    private final JobHistory history;
    private final int most;
    private final Map<Account, Counted> byAccount = new ConcurrentHashMap<>();

    private record Counted(Instant at, long actions) {

        Counted oneMore() {
            return new Counted(at, actions + 1);
        }
    }

    OpenActions(JobHistory history, int most) {
        this.history = history;
        this.most = most;
    }

    /** @throws Refusal.LimitExceeded if there is no room for another one of the account */
    void add(Account account, Instant now) {
        Counted counted = byAccount.compute(
                account,
                (one, before) ->
                        (isGood(before, now) ? before : new Counted(now, history.openActions(one, most))).oneMore());
        if (counted.actions() > most) {
            throw new Refusal.LimitExceeded("There are " + most
                    + " actions under way, and there may be no more; let some end first, or stop them.");
        }
    }

    private boolean isGood(Counted before, Instant now) {
        if (before == null) {
            return false;
        }
        Duration goodFor = before.actions() < most ? GOOD_FOR : GOOD_FOR_AT_QUOTA;
        return now.isBefore(before.at().plus(goodFor)) && !now.isBefore(before.at());
    }
}
