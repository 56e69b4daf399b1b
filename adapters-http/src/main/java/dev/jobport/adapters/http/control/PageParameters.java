package dev.jobport.adapters.http.control;

import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.PageRequest;

/** Which page of a list a query asks for. */
final class PageParameters {

    private static final Type<Integer> MAX_RESULTS = Types.whole(PageRequest.MAX_RESULTS);

    private PageParameters() {}

    static PageRequest read(Members query) {
        var maxResults = query.optional("maxResults", MAX_RESULTS);
        var nextToken = query.optional("nextToken", Types.TEXT);
        return new PageRequest(maxResults.orElse(PageRequest.DEFAULT_MAX_RESULTS), nextToken);
    }
}
