package dev.jobport.verdict;

import java.util.List;
import java.util.Optional;

/**
 * A rule was broken, or would have been but for an excuse.
 *
 * @param text what the worker did
 * @param excuse what was done to the worker: a fault such as {@code lost-answer/1}, a jump of time, a signal
 */
public record Finding(String text, Severity severity, Optional<String> excuse, List<Evidence> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    public boolean isExcused() {
        return excuse.isPresent();
    }
}
