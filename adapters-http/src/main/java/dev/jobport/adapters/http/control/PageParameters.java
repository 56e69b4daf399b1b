package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Account;
import io.javalin.http.Handler;
import java.util.function.BiFunction;

/** Which page of a list a query asks for. */
final class PageParameters {

    static final Type<Integer> MAX_RESULTS = Types.whole(PageRequest.MAX_RESULTS)
            .withKeyword("default", IntNode.valueOf(PageRequest.DEFAULT_MAX_RESULTS))
            .about("How many to list at the most.");

    static final Type<String> NEXT_TOKEN = Types.TEXT.about("From the page before.");

    private PageParameters() {}

    static PageRequest read(Members query) {
        var maxResults = query.optional("maxResults", MAX_RESULTS);
        var nextToken = query.optional("nextToken", NEXT_TOKEN);
        return new PageRequest(maxResults.orElse(PageRequest.DEFAULT_MAX_RESULTS), nextToken);
    }

    /** Answers with the page that the query asks for. */
    static <V> Handler list(Shape<Page<V>> shape, BiFunction<Account, PageRequest, Page<V>> list) {
        return ctx -> {
            Members query = ControlApi.query(ctx);
            PageRequest page = read(query);
            query.check();
            ControlApi.answer(ctx, 200, shape.write(list.apply(ControlApi.account(ctx), page)));
        };
    }
}
