package dev.jobport.application.usecase;

import dev.jobport.application.Backlog;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Monitoring;
import java.util.List;

/** Tells what the store knows of the work that is left. */
public final class MonitoringUseCases implements Monitoring {

    private final Store store;

    public MonitoringUseCases(Store store) {
        this.store = store;
    }

    @Override
    public List<Backlog> backlog() {
        return store.history().backlog();
    }
}
