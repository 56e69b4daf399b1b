package dev.jobport.adapters.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;

/** Provides the one store of a server, opened when it is first asked for. Whoever asks first closes it. */
public final class StoreModule extends AbstractModule {

    private final Function<MeterRegistry, Store> opening;

    /** @param opening opens the store, given where it may count */
    public StoreModule(Function<MeterRegistry, Store> opening) {
        this.opening = opening;
    }

    @Provides
    @Singleton
    Store store(MeterRegistry meters) {
        return opening.apply(meters);
    }
}
