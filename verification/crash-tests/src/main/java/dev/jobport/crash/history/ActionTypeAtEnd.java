package dev.jobport.crash.history;

import java.util.Map;
import java.util.Optional;

/**
 * An action type as it was found when all was over.
 *
 * @param mark of the request that made it as it is; absent if it is one of those that were there before the load
 */
public record ActionTypeAtEnd(String name, Optional<String> mark, Map<String, String> tags) {}
