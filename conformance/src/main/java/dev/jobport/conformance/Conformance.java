package dev.jobport.conformance;

import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Asks an endpoint all clauses, one after the other. */
public final class Conformance {

    private static final Comparator<Finding> IN_ORDER = Comparator.comparing(
                    (Finding it) -> it.id().group())
            .thenComparing(it -> it.id().number())
            .thenComparing(Finding::family);

    private Conformance() {}

    /** By id, and each for every family that it was asked for. */
    public static List<Finding> of(Endpoint endpoint) {
        return of(new Asked(endpoint));
    }

    static List<Finding> of(Asked asked) {
        Listener listener = new Listener(asked.notes());
        LauncherConfig nothingElse = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(nothingElse)) {
            session.getStore().put(Namespace.create(AskedParameter.class), AskedParameter.KEY, asked);
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .filters(EngineFilter.includeEngines("junit-jupiter"))
                                    .enableImplicitConfigurationParameters(false)
                                    .selectors(Listener.classes().stream()
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            listener);
        }
        return listener.findings().stream().sorted(IN_ORDER).toList();
    }
}
