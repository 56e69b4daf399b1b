package dev.jobport.crash.history;

import java.util.Map;

/**
 * An action as it was found when all was over.
 *
 * @param startMark of the start that made it
 * @param continuationTokens of its jobs, by their id; its first job has none
 */
public record ActionAtEnd(ActionReport report, String startMark, Map<String, String> continuationTokens) {}
