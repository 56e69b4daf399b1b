package dev.jobport.contracts;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads lists that come in pages to their end. */
public final class Pages {

    private Pages() {}

    /** All items, asked for in the largest pages. */
    public static <T> List<T> everyPage(Function<PageRequest, Page<T>> list) {
        return everyPage((int) PageRequest.MAX_RESULTS.max(), list);
    }

    /** All items, asked for in pages of so many. */
    public static <T> List<T> everyPage(int maxResults, Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(maxResults, next));
            all.addAll(page.items());
            next = page.nextToken();
        } while (next.isPresent());
        return all;
    }
}
