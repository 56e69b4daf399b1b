package dev.jobport.application;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * For a list whose items are numbered from the oldest, 1, to the newest: every item asked for has a lower number
     * than this.
     *
     * @throws Refusal.InvalidNextToken if another list than the one of this name gave the token out
     */
    public long below(String list) {
        if (nextToken.isEmpty()) {
            return Long.MAX_VALUE;
        }
        Matcher token =
                Pattern.compile(Pattern.quote(list) + "\\.([0-9]{1,18})").matcher(nextToken.get());
        if (!token.matches()) {
            throw new Refusal.InvalidNextToken();
        }
        return Long.parseLong(token.group(1));
    }

    /**
     * The page that was asked for.
     *
     * @param found its items, newest first, and one more if there is another page
     * @param number tells an item's number in the list
     */
    public <T> Page<T> answer(String list, List<T> found, ToLongFunction<T> number) {
        if (found.size() <= maxResults) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, maxResults);
        return new Page<>(items, Optional.of(list + "." + number.applyAsLong(items.get(maxResults - 1))));
    }
}
