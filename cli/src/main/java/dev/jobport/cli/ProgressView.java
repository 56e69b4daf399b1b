package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/**
 * Shows an action while it runs: a line for each step in the life of its jobs, and below them its progress, redrawn in
 * place on a terminal and a line for each change elsewhere. Several threads may speak, and workers through them: only
 * this view steers the terminal.
 */
public final class ProgressView {

    private static final int BAR_WIDTH = 30;

    /** From the line's start, what is too long for the terminal cut off, what is left of the old erased. */
    private static final String REDRAWN = "\r\033[?7l%s\033[K\033[?7h";

    private static final String ERASED = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final Set<String> steps = new HashSet<>();
    private String progress = "";

    public ProgressView(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints a line above the progress. */
    public synchronized void say(String text) {
        String line = Legible.line(text);
        if (terminal && !progress.isEmpty()) {
            out.println(ERASED + line);
            draw();
        } else {
            out.println(line);
        }
    }

    /** Prints what is new in this report of the control API. */
    public synchronized void show(JsonNode action) {
        for (JsonNode job : action.path("jobs")) {
            for (JsonNode transition : job.path("transitions")) {
                String at = transition.path("at").asText();
                String step = "%s  job %s  %s"
                        .formatted(
                                at.substring(at.indexOf('T') + 1),
                                job.path("jobId").asText(),
                                transition.path("status").asText());
                if (steps.add(step)) {
                    say(step);
                }
            }
        }
        String now = progress(action);
        if (!now.equals(progress)) {
            progress = now;
            draw();
        }
    }

    /** Leaves the progress as it is; what follows starts on a new line. */
    public synchronized void end() {
        if (terminal && !progress.isEmpty()) {
            out.println();
        }
        progress = "";
    }

    private void draw() {
        if (terminal) {
            out.print(REDRAWN.formatted(progress));
            out.flush();
        } else {
            out.println(progress);
        }
    }

    private static String progress(JsonNode action) {
        int percent = Math.max(0, Math.min(100, action.path("percentComplete").asInt(0)));
        int full = BAR_WIDTH * percent / 100;
        return "[%s%s] %3d %%  %s"
                .formatted(
                        "#".repeat(full),
                        "-".repeat(BAR_WIDTH - full),
                        percent,
                        Legible.line(action.path("summary")
                                .asText(action.path("status").asText())));
    }
}
