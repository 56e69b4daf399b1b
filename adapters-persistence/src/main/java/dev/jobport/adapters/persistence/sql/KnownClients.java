package dev.jobport.adapters.persistence.sql;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.Optional;
import java.util.function.Supplier;

/** The clients that were asked for last. A client never changes, and is asked for at each call of a worker. */
public final class KnownClients {

    private static final int REMEMBERED = 10_000;

    private final Cache<Name, Client> known =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    private record Name(Account account, ClientId id) {}

    /** @param stored reads the client, if it is not known yet */
    public Optional<Client> find(Account account, ClientId id, Supplier<Optional<Client>> stored) {
        Name name = new Name(account, id);
        Optional<Client> client = Optional.ofNullable(known.getIfPresent(name)).or(stored);
        client.ifPresent(it -> known.put(name, it));
        return client;
    }
}
