package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Follows an action execution to its end. */
public final class ActionWatch {

    /** Exit status as of timeout(1). */
    static final int TIMED_OUT = 124;

    private static final Set<String> TIMEOUTS = Set.of("JobTimedOut", "ActionTimedOut");

    private ActionWatch() {}

    /**
     * Asks again and again, and each time as soon as the action has ended, but at least once.
     *
     * @param patience after which this gives up
     * @return the last report, of an action that has ended unless the patience is over
     */
    static JsonNode follow(ControlClient client, String id, Duration patience, Consumer<JsonNode> observer) {
        String path = "/action-executions/" + ControlClient.segment(id);
        long start = System.nanoTime();
        JsonNode action = client.get(path);
        observer.accept(action);
        while (isInProgress(action) && patience.compareTo(Duration.ofNanos(System.nanoTime() - start)) > 0) {
            action = next(client, path);
            observer.accept(action);
        }
        return action;
    }

    /** The action as soon as it has ended, or as it stands after a second, whoever has to wait. */
    private static JsonNode next(ControlClient client, String path) {
        try {
            return client.get(path, Map.of("waitSeconds", 1));
        } catch (WaitRefused e) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandFailed("interrupted");
            }
            return client.get(path);
        }
    }

    public static boolean isInProgress(JsonNode action) {
        return action.path("status").asText().equals("InProgress");
    }

    /** 0 for an action that succeeded, 1 for one that failed or was stopped, {@value #TIMED_OUT} for one that timed out or still runs. */
    static int exitCode(JsonNode action) {
        if (action.path("status").asText().equals("Succeeded")) {
            return 0;
        }
        String code = action.path("errorDetails").path("code").asText();
        return isInProgress(action) || TIMEOUTS.contains(code) ? TIMED_OUT : 1;
    }
}
