package dev.jobport.adapters.persistence;

import com.google.inject.AbstractModule;
import dev.jobport.application.driven.Store;

/** Tells the injector of the store that was opened before there was an injector. Whoever opened it closes it. */
public final class StoreModule extends AbstractModule {

    private final Store store;

    public StoreModule(Store store) {
        this.store = store;
    }

    @Override
    protected void configure() {
        bind(Store.class).toInstance(store);
    }
}
