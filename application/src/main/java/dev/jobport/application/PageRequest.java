package dev.jobport.application;

import dev.jobport.domain.RangeConstraint;
import java.util.Optional;

/**
 * Asks for one page of a list.
 *
 * @param maxResults 1 to 100
 * @param nextToken from the page before; absent for the first
 */
public record PageRequest(int maxResults, Optional<String> nextToken) {

    public static final int DEFAULT_MAX_RESULTS = 50;
    public static final RangeConstraint MAX_RESULTS = new RangeConstraint(1, 100);

    public PageRequest {
        MAX_RESULTS.require(maxResults);
    }

    public static PageRequest first() {
        return new PageRequest(DEFAULT_MAX_RESULTS, Optional.empty());
    }
}
