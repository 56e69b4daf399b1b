package dev.jobport.application.driven;

import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps clients, each account's apart from the others'. When a client was replaced or removed, nobody is given it as it was
 * before, whoever else uses the store.
 */
public interface ClientRepository {

    /** Keeps a new client; of several that add one of the same id to the same account at once, one succeeds. */
    boolean addIfAbsent(Account account, Client client);

    /** Keeps a client in the place of the account's one of the same id; if there is none, nothing changes. */
    boolean replace(Account account, Client client);

    /** Whether there was one to remove. */
    boolean remove(Account account, ClientId id);

    Optional<Client> find(Account account, ClientId id);

    /**
     * Ids of clients of the account, in order. The cost grows with how many are asked for, not with how many there are.
     *
     * @param after a text that comes before all that are asked for: the empty one, or the last id seen
     * @param atMost how many
     */
    List<ClientId> list(Account account, String after, int atMost);

    /** How many the account has; at most {@code atMost} are counted. */
    long count(Account account, int atMost);
}
