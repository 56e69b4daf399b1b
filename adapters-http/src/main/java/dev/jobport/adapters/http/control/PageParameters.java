package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.PageRequest;

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
}
