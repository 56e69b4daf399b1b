package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Schemas;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.domain.Account;
import java.util.List;
import java.util.Locale;

/** The document that describes the control API to tools, made of what routes and shapes say of themselves. */
final class OpenApi {

    private OpenApi() {}

    /** The whole document, in lines for people. */
    static String print(List<Route> routes) {
        return document(routes).toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode document(List<Route> routes) {
        Schemas schemas = new Schemas();
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info")
                .put("title", "Jobport control API")
                .put("version", "1")
                .put("summary", "The side of the server that pipelines and operators use.")
                .put(
                        "description",
                        "Everything that is shown or registered is one account's: that of the control token or of the"
                                + " access key, or else the server's own, in one of the server's regions. Absent values"
                                + " are left out of answers; `null` in a request counts as absent. Unknown members and"
                                + " parameters of requests are refused. Errors are problem details (RFC 9457). A `HEAD` is"
                                + " answered like the `GET` of its path. Other methods are answered with 405 and the"
                                + " header `Allow`, other paths with 404. If the server has a file of credentials, every"
                                + " request needs control rights, but for `/health`: without any it is answered with 401,"
                                + " with others with 403.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode tags = document.putArray("tags");
        for (Route.Tag tag : Route.Tag.values()) {
            tags.addObject().put("name", tag.title).put("description", tag.about);
        }
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("controlToken");
        security.addObject().putArray("signature");
        ObjectNode paths = document.putObject("paths");
        routes.forEach(route -> paths.withObjectProperty(route.path)
                .set(route.method.name().toLowerCase(Locale.ROOT), route.document(schemas)));
        ObjectNode components = document.putObject("components");
        ObjectNode region = components.putObject("parameters").putObject("Region");
        region.put("name", ControlApi.REGION)
                .put("in", "query")
                .put(
                        "description",
                        "The one of the server's regions that is meant. Default: the one that a signature is for,"
                                + " otherwise the server's first.")
                .set("schema", Types.text(Account.REGION).schema(schemas));
        components.set("responses", ProblemResponses.document(schemas));
        components.set("securitySchemes", securitySchemes());
        components.set("schemas", schemas.all());
        return document;
    }

    private static ObjectNode securitySchemes() {
        ObjectNode schemes = Json.object();
        schemes.putObject("controlToken")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "One of the `controlTokens` of the server's file of credentials.");
        schemes.putObject("signature")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put(
                        "description",
                        "AWS Signature Version 4 (service `codepipeline`) with an access key that has `\"control\":"
                                + " true` in the server's file of credentials.");
        return schemes;
    }
}
