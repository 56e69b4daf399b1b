package dev.jobport.application.usecase;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * How many may wait at once. Each holds memory, and over HTTP/1.1 a connection, maybe of a client that is gone: the
 * numbers leave a third of the connections of a server with a small heap to others, and two thirds of the places to other
 * accounts.
 */
final class WaitingRoom {

    static final int PLACES = 1000;
    static final int PLACES_OF_AN_ACCOUNT = 300;

    private final Map<Account, Integer> taken = new HashMap<>();
    private int allTaken;

    /** @throws Refusal.TooManyWaits if there is no place */
    synchronized void enter(Account account) {
        int own = taken.getOrDefault(account, 0);
        if (own >= PLACES_OF_AN_ACCOUNT) {
            throw new Refusal.TooManyWaits(PLACES_OF_AN_ACCOUNT
                    + " of the account wait for outcomes already; ask again later, or do not wait.");
        }
        if (allTaken >= PLACES) {
            throw new Refusal.TooManyWaits(
                    PLACES + " wait for outcomes at this server already; ask again later, or do not wait.");
        }
        taken.put(account, own + 1);
        allTaken++;
    }

    synchronized void leave(Account account) {
        taken.computeIfPresent(account, (same, own) -> own == 1 ? null : own - 1);
        allTaken--;
    }
}
