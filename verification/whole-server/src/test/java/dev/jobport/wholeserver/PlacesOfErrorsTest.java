package dev.jobport.wholeserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that only the core knows are told by the control API with the place of what has to change. */
class PlacesOfErrorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TYPES = "/control/v1/action-types/";
    private static final String OWN = TYPES + "Custom/Build/Own/1";
    private static final String ACTIONS = "/control/v1/action-executions";
    private static final String OWN_DEFINITION = """
        {'configurationProperties':[{'name':'Project','required':true,'queryable':true},
                                    {'name':'Password','secret':true}],
         'inputArtifactDetails':{'minimumCount':1,'maximumCount':2},
         'outputArtifactDetails':{'minimumCount':0,'maximumCount':0}}\
        """;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(new Settings(
                "memory",
                Optional.empty(),
                Optional.empty(),
                Settings.DEFAULT_RETENTION,
                Optional.empty(),
                List.of(Settings.DEFAULT_ACCOUNT),
                HttpSettings.on("127.0.0.1", 0),
                List.of()));
        done("PUT", OWN, OWN_DEFINITION);
        done("PUT", TYPES + "Custom/Build/Any/1", "{}");
        done("PUT", TYPES + "ThirdParty/Build/Acme/1", "{}");
        done("PUT", TYPES + "Custom/Build/Gone/1", OWN_DEFINITION);
        done("DELETE", TYPES + "Custom/Build/Gone/1", "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> actionsThatMustNotStart() {
        String owns = "'Project':'shop'";
        String input = ",'inputArtifacts':[{'name':'a'}]";
        return Stream.of(
                ofOwn("a required property is missing", "configuration.Project", "'Password':'x'", input),
                ofOwn("there is no such property", "configuration.Colour", owns + ",'Colour':'red'", input),
                ofOwn("a queryable value has a blank", "configuration.Project", "'Project':'my shop'", input),
                ofOwn("a queryable value is too long", "configuration.Project", text(51, "'Project':"), input),
                ofOwn("a mask is no secret", "configuration.Password", owns + ",'Password':'****'", input),
                ofOwn("too few input artifacts", "inputArtifacts", owns, ""),
                ofOwn(
                        "too many input artifacts",
                        "inputArtifacts",
                        owns,
                        ",'inputArtifacts':[{'name':'a'},{'name':'b'},{'name':'c'}]"),
                ofOwn(
                        "too many output artifacts",
                        "outputArtifacts",
                        owns,
                        input + ",'outputArtifacts':[{'name':'o'}]"),
                ofOwn(
                        "an object key is too long in UTF-8",
                        "inputArtifacts.1.member.location.s3Location.objectKey",
                        owns,
                        ",'inputArtifacts':[{'name':'a','location':{'type':'S3','s3Location':{'bucketName':'own',"
                                + "'objectKey':'" + "ä".repeat(513) + "'}}}]"),
                ofOwn(
                        "a custom action has no client",
                        "clientId",
                        owns,
                        input + ",'clientId':'01234567-89ab-cdef-0123-456789abcdef'"),
                action("a third-party action has one", "clientId", "ThirdParty", "Acme", "", ""),
                action(
                        "nobody knows the client",
                        "clientId",
                        "ThirdParty",
                        "Acme",
                        "",
                        ",'clientId':'01234567-89ab-cdef-0123-456789abcdef'"),
                action("nobody knows the type", "actionTypeId", "Custom", "None", "", ""),
                action("AWS carries it out", "actionTypeId.owner", "AWS", "None", "", ""),
                action("too many undeclared", "configuration", "Custom", "Any", entries(101, 1), ""),
                action("too many bytes", "configuration", "Custom", "Any", entries(3, 40_000), ""));
    }

    static Stream<Arguments> actionTypesThatMustNotBe() {
        String any = "{'name':'Any','required':true,'queryable':true}";
        String change = "{'configurationProperties':[{'name':'Other','required':true,'queryable':true}]}";
        return Stream.of(
                ofProperties("queryable and optional", "1.member.queryable", "{'name':'One','queryable':true}"),
                ofProperties(
                        "queryable and secret",
                        "2.member.queryable",
                        "{'name':'One'},{'name':'Two','required':true,'secret':true,'queryable':true}"),
                ofProperties("named alike", "3.member.name", "{'name':'A'},{'name':'B'},{'name':'A'},{'name':'B'}"),
                ofProperties(
                        "a second queryable",
                        "3.member.queryable",
                        any + ",{'name':'B'},{'name':'C','required':true,'queryable':true}"),
                ofProperties(
                        "a long description",
                        "1.member.description",
                        "{'name':'One','description':" + quoted(161) + "}"),
                Arguments.of(
                        "eleven properties",
                        "configurationProperties",
                        "PUT",
                        TYPES + "Custom/Build/New/1",
                        "{'configurationProperties':["
                                + String.join(
                                        ",",
                                        IntStream.range(0, 11)
                                                .mapToObj(i -> "{'name':'P" + i + "'}")
                                                .toList())
                                + "]}"),
                ofArtifacts("less than least", "inputArtifactDetails", 2, 1),
                ofArtifacts("less than least", "outputArtifactDetails", 2, 1),
                ofArtifacts("too many", "inputArtifactDetails", 0, 6),
                ofArtifacts("too many", "outputArtifactDetails", 0, 6),
                Arguments.of(
                        "third-party job workers cannot query",
                        "configurationProperties.1.member.queryable",
                        "PUT",
                        TYPES + "ThirdParty/Build/New/1",
                        "{'configurationProperties':[" + any + "]}"),
                Arguments.of(
                        "too many service principals",
                        "declaration.pollingServicePrincipals",
                        "PUT",
                        TYPES + "ThirdParty/Build/New/1",
                        "{'declaration':{'pollingServicePrincipals':['" + "a','".repeat(10) + "a']}}"),
                Arguments.of("a tag of AWS's", "tags", "PUT", TYPES + "Custom/Build/New/1", "{'tags':{'aws:a':'b'}}"),
                Arguments.of(
                        "too many tags",
                        "tags",
                        "PUT",
                        TYPES + "Custom/Build/New/1",
                        "{'tags':{" + entries(51, 1) + "}}"),
                Arguments.of("another queryable property", "configurationProperties", "PATCH", OWN, change),
                Arguments.of(
                        "it was deleted with other properties",
                        "configurationProperties",
                        "PUT",
                        TYPES + "Custom/Build/Gone/1",
                        OWN_DEFINITION.replace("Password", "Secret")),
                Arguments.of(
                        "it was deleted without settings",
                        "settings",
                        "PUT",
                        TYPES + "Custom/Build/Gone/1",
                        "{'settings':{'executionUrlTemplate':'https://own.example'}," + OWN_DEFINITION.substring(1)),
                Arguments.of(
                        "it was deleted with other artifacts",
                        "outputArtifactDetails",
                        "PUT",
                        TYPES + "Custom/Build/Gone/1",
                        OWN_DEFINITION.replace("'maximumCount':0", "'maximumCount':1")),
                Arguments.of("AWS has its own", "actionTypeId.owner", "PUT", TYPES + "AWS/Build/New/1", "{}"),
                Arguments.of("no such region", "region", "GET", ACTIONS + "?region=eu-west-9", ""),
                Arguments.of("no such page", "nextToken", "GET", ACTIONS + "?nextToken=x", ""),
                Arguments.of("another JSON type", "configuration.Project", "POST", ACTIONS, """
                    {'actionTypeId':{'category':'Build','owner':'Custom','provider':'Own','version':'1'},
                     'configuration':{'Project':7}}\
                    """));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"actionsThatMustNotStart", "actionTypesThatMustNotBe"})
    void every_error_names_its_place(String why, String place, String method, String path, String body)
            throws Exception {
        var response = send(method, path, body);
        JsonNode problem = JSON.readTree(response.body());

        assertThat(response.statusCode()).as(response.body()).isIn(400, 404);
        assertThat(problem.path("errors"))
                .extracting(error -> error.path("path").textValue())
                .containsExactly(place);
        assertThat(problem.path("errors"))
                .allSatisfy(
                        error -> assertThat(error.path("message").textValue()).isNotBlank());
    }

    private static Arguments ofOwn(String why, String place, String configuration, String rest) {
        return action(why, place, "Custom", "Own", configuration, rest);
    }

    private static Arguments action(
            String why, String place, String owner, String provider, String configuration, String rest) {
        String type = "{'category':'Build','owner':'%s','provider':'%s','version':'1'}".formatted(owner, provider);
        return Arguments.of(
                why,
                place,
                "POST",
                ACTIONS,
                "{'actionTypeId':" + type + ",'configuration':{" + configuration + "}" + rest + "}");
    }

    private static Arguments ofProperties(String why, String place, String properties) {
        return Arguments.of(
                why,
                "configurationProperties." + place,
                "PUT",
                TYPES + "Custom/Build/New/1",
                "{'configurationProperties':[" + properties + "]}");
    }

    private static Arguments ofArtifacts(String why, String member, int minimum, int maximum) {
        return Arguments.of(
                why,
                member + ".maximumCount",
                "PUT",
                TYPES + "Custom/Build/New/1",
                "{'%s':{'minimumCount':%d,'maximumCount':%d}}".formatted(member, minimum, maximum));
    }

    private static String entries(int count, int length) {
        return String.join(
                ",",
                IntStream.range(0, count)
                        .mapToObj(i -> text(length, "'k" + i + "':"))
                        .toList());
    }

    private static String text(int length, String before) {
        return before + quoted(length);
    }

    private static String quoted(int length) {
        return "'" + "x".repeat(length) + "'";
    }

    private static void done(String method, String path, String body) throws Exception {
        var response = send(method, path, body);
        assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(server.uri().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }
}
