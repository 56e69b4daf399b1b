package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which page of a long list to show. */
final class PageOptions {

    @Option(names = "--max-results", paramLabel = "NUMBER", description = "How many to show at most.")
    private Integer maxResults;

    @Option(names = "--next-token", paramLabel = "TOKEN", description = "Show the page after the one that told this.")
    private String nextToken;

    /** To be added to; what is null is not asked for. */
    Map<String, Object> query() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("maxResults", maxResults);
        query.put("nextToken", nextToken);
        return query;
    }

    /** The table, and below it how to ask for more if there is more. */
    static String with(Table table, JsonNode answer) {
        String next = answer.path("nextToken").asText("");
        return next.isEmpty()
                ? table.toString()
                : table + System.lineSeparator() + "More: --next-token " + Legible.line(next);
    }
}
