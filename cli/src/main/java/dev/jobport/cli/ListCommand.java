package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Shows a page of what there is of a kind: what all {@code list} commands have in common. */
abstract class ListCommand extends ControlCommand implements Runnable {

    @Option(names = "--max-results", paramLabel = "NUMBER", description = "How many to show at most.")
    private Integer maxResults;

    @Option(names = "--next-token", paramLabel = "TOKEN", description = "Show the page after the one that told this.")
    private String nextToken;

    private final String path;
    private final String member;

    /** @param member of the answer that holds the list */
    ListCommand(String path, String member) {
        this.path = path;
        this.member = member;
    }

    abstract Table table(Iterable<JsonNode> listed);

    /** To be added to; what is null is not asked for. */
    Map<String, Object> query() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("maxResults", maxResults);
        query.put("nextToken", nextToken);
        return query;
    }

    @Override
    public final void run() {
        print(client().get(path, query()), this::page);
    }

    /** The table, and below it how to ask for more if there is more. */
    private String page(JsonNode answer) {
        String next = answer.path("nextToken").asText("");
        Table table = table(answer.path(member));
        return next.isEmpty()
                ? table.toString()
                : table + System.lineSeparator() + "More: --next-token " + Legible.line(next);
    }
}
