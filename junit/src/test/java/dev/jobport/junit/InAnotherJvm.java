package dev.jobport.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes that it is given, and says in its last line how many tests succeeded and failed. */
final class InAnotherJvm {

    private InAnotherJvm() {}

    public static void main(String[] names) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Stream.of(names)
                                        .map(it -> selectClass(it))
                                        .toArray(DiscoverySelector[]::new))
                                .build(),
                        listener);
        listener.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        System.out.println(listener.getSummary().getTestsSucceededCount() + " succeeded, "
                + listener.getSummary().getTotalFailureCount() + " failed");
    }
}
