package dev.jobport.application.driven;

import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Keeps clients. A client never changes. */
public interface ClientRepository {

    /** Keeps a new client; of several that add one of the same id at once, one succeeds. */
    boolean addIfAbsent(Client client);

    Optional<Client> find(ClientId id);

    /** The ids of all of them, in order. */
    List<ClientId> list();
}
