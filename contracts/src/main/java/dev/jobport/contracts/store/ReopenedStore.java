package dev.jobport.contracts.store;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store that is closed and opened again before each call, so that it can answer nothing from its memory. Where a test
 * makes very many calls, the later ones reopen it now and then only. Calls are made one after another.
 */
public final class ReopenedStore implements Store {

    /** About as many as a test makes that is about a single thing. */
    private static final int ALWAYS = 25;

    private static final int NOW_AND_THEN = 200;

    private final Supplier<Store> opening;
    private final JobRepository jobs = reopening(JobRepository.class, Store::jobs);
    private final JobHistory history = reopening(JobHistory.class, Store::history);
    private final ActionTypeRepository actionTypes = reopening(ActionTypeRepository.class, Store::actionTypes);
    private final ClientRepository clients = reopening(ClientRepository.class, Store::clients);
    private Store store;
    private boolean closed;
    private int calls;

    /** @param opening opens the same place each time */
    public ReopenedStore(Supplier<Store> opening) {
        this.opening = opening;
        this.store = opening.get();
    }

    private <T> T reopening(Class<T> port, Function<Store, T> part) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    synchronized (this) {
                        reopen();
                        try {
                            return method.invoke(part.apply(store), arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
        return port.cast(proxy);
    }

    private void reopen() {
        calls++;
        if (!closed && (calls < ALWAYS || calls % NOW_AND_THEN == 0)) {
            store.close();
            store = opening.get();
        }
    }

    @Override
    public JobRepository jobs() {
        return jobs;
    }

    @Override
    public JobHistory history() {
        return history;
    }

    @Override
    public ActionTypeRepository actionTypes() {
        return actionTypes;
    }

    @Override
    public ClientRepository clients() {
        return clients;
    }

    @Override
    public synchronized InstantSource time() {
        return store.time();
    }

    @Override
    public synchronized boolean isReady() {
        return store.isReady();
    }

    @Override
    public synchronized void close() {
        closed = true;
        store.close();
    }
}
