package dev.jobport.adapters.wire.json;

import dev.jobport.application.Page;

/** Lists that are told page by page. */
public final class Pages {

    private static final Type<String> NEXT_TOKEN = Types.TEXT.about("Asks for the next page; absent on the last.");

    private Pages() {}

    /** @param member that holds the list */
    public static <V> Shape<Page<V>> of(String name, String member, Type<V> item) {
        return Shape.answer(name, form -> {
            form.required(member, Types.list(item), Page::items);
            form.optional("nextToken", NEXT_TOKEN, Page::nextToken);
        });
    }
}
