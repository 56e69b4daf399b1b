package dev.jobport.adapters.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of a query as UTF-8, whatever the request says of its body's charset (Javalin goes by that). */
public final class Query {

    private Query() {}

    /** All values of each parameter, in the order given. What is not well encoded stays as it is. */
    public static Map<String, List<String>> of(Context ctx) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String query = ctx.queryString() == null ? "" : ctx.queryString();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                String[] nameAndValue = parameter.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(nameAndValue[0]), name -> new ArrayList<>())
                        .add(nameAndValue.length == 1 ? "" : decoded(nameAndValue[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
