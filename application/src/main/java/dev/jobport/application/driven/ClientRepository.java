package dev.jobport.application.driven;

import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Keeps clients, each account's apart from the others'. A client never changes. */
public interface ClientRepository {

    /** Keeps a new client; of several that add one of the same id to the same account at once, one succeeds. */
    boolean addIfAbsent(Account account, Client client);

    Optional<Client> find(Account account, ClientId id);

    /** The ids of all of the account, in order. */
    List<ClientId> list(Account account);
}
