package dev.jobport.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** What a token can be, whether a list gave it out or not. */
    public static final TextConstraint NEXT_TOKEN = TextConstraint.length(1, 2048);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    public PageRequest {
        MAX_RESULTS.require(maxResults);
    }

    public static PageRequest first() {
        return new PageRequest(DEFAULT_MAX_RESULTS, Optional.empty());
    }

    /**
     * For a list in the order of its items' names, which no two share: every item asked for has a name after this one.
     *
     * @throws Refusal.InvalidNextToken if another list than the one of this name gave the token out
     */
    public String after(String list) {
        return nextToken.map(token -> position(list, token)).orElse("");
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
        String number = after(list);
        if (!NUMBER.matcher(number).matches()) {
            throw new Refusal.InvalidNextToken();
        }
        return Long.parseLong(number);
    }

    /**
     * The page that was asked for.
     *
     * @param found its items, in their order, and one more if there is another page
     * @param position tells an item's name or number in the list
     */
    public <T> Page<T> pageOf(String list, List<T> found, Function<T, ?> position) {
        if (found.size() <= maxResults) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, maxResults);
        return new Page<>(items, Optional.of(token(list, position.apply(items.get(maxResults - 1)))));
    }

    /** Tells the next page where this one has ended, and of which list. */
    private static String token(String list, Object position) {
        String text = list + "." + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String position(String list, String token) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidNextToken();
        }
        if (!text.startsWith(list + ".")) {
            throw new Refusal.InvalidNextToken();
        }
        return text.substring(list.length() + 1);
    }
}
