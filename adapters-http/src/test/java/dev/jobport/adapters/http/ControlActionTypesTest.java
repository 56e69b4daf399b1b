package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.SampleJson.ARTIFACT_COUNTS;
import static dev.jobport.adapters.http.SampleJson.DEFAULT_COUNTS;
import static dev.jobport.adapters.http.SampleJson.PROPERTIES_JSON;
import static dev.jobport.adapters.http.SampleJson.SETTINGS_JSON;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.DECLARATION;
import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.TAGS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators ask about action types: requests become these domain values, and answers this JSON. */
class ControlActionTypesTest extends WithServer {

    private static final String TYPE_PATH = "/control/v1/action-types/ThirdParty/Test/Some-Provider/v_1";
    private static final String TYPE_VIEW = "{\"actionTypeId\":" + ACTION_TYPE_JSON
            + ",\"dispatchLeaseSeconds\":61,\"jobTimeoutSeconds\":602,\"actionTimeoutSeconds\":3603,"
            + "\"continuationDelaySeconds\":34,\"settings\":{},\"configurationProperties\":[]"
            + "," + DEFAULT_COUNTS + ",\"declaration\":{},\"tags\":{}}";

    @Test
    void an_action_type_is_registered_with_all_that_makes_it() {
        String rest = "," + ARTIFACT_COUNTS
                + ",\"declaration\":{\"description\":\"prüft \\\"alles\\\"\","
                + "\"allowedAccounts\":[\"111111111111\",\"*\"],"
                + "\"pollingAccounts\":[\"333333333333\",\"222222222222\"],"
                + "\"pollingServicePrincipals\":[\"ci.example.com\"],"
                + "\"policyStatementsTemplate\":\"{\\\"Version\\\":\\\"2012-10-17\\\"}\"},"
                + "\"tags\":{\"stage\":\"\",\"team\":\"Prüfung 1\"}}";

        var response = server.send(
                "PUT",
                "/control/v1/action-types/Custom/Build/Own-Provider/3",
                "{" + SETTINGS_JSON
                        + ",\"configurationProperties\":[{\"name\":\"Apple\",\"required\":true,\"key\":true,"
                        + "\"queryable\":true,\"description\":\"läuft 🏃\",\"type\":\"Number\"},"
                        + "{\"name\":\"Schlüssel\",\"key\":true,\"secret\":true}]" + rest);

        assertThat(server.ports.calls())
                .containsExactly(List.of(
                        "putActionType",
                        new ActionType(
                                CUSTOM_ACTION_TYPE,
                                DEFINITION,
                                Timing.defaultsFor(ActionOwner.Custom),
                                DECLARATION,
                                TAGS,
                                false)));
        assertJson(
                response,
                200,
                "{\"actionTypeId\":" + SampleJson.CUSTOM_TYPE_JSON + ",\"dispatchLeaseSeconds\":60,"
                        + "\"jobTimeoutSeconds\":3600,\"actionTimeoutSeconds\":86400,\"continuationDelaySeconds\":30,"
                        + SETTINGS_JSON + ",\"configurationProperties\":" + PROPERTIES_JSON + rest);
    }

    @Test
    void an_action_type_is_registered_with_its_durations() {
        var response = server.send(
                "PUT",
                TYPE_PATH,
                "{\"dispatchLeaseSeconds\":61,\"jobTimeoutSeconds\":602,\"actionTimeoutSeconds\":3603,"
                        + "\"continuationDelaySeconds\":34}");

        assertThat(server.ports.calls()).containsExactly(List.of("putActionType", new ActionType(ACTION_TYPE, TIMING)));
        assertJson(response, 200, TYPE_VIEW);
    }

    @Test
    void durations_that_are_not_given_take_their_defaults() {
        ActionType byDefault = new ActionType(ACTION_TYPE, Timing.defaultsFor(ActionOwner.ThirdParty));

        server.send(server.to(TYPE_PATH).PUT(BodyPublishers.noBody()));
        server.send("PUT", TYPE_PATH, "{}");
        server.send("PUT", TYPE_PATH, "{\"jobTimeoutSeconds\":null}");

        assertThat(server.ports.calls()).hasSize(3).containsOnly(List.of("putActionType", byDefault));
    }

    @Test
    void an_action_type_is_shown() {
        server.ports.answer(new ActionType(ACTION_TYPE, TIMING));

        var response = server.get(TYPE_PATH);

        assertThat(server.ports.calls()).containsExactly(List.of("actionType", ACTION_TYPE));
        assertJson(response, 200, TYPE_VIEW);
    }

    @Test
    void what_is_not_repeated_is_replaced_only_if_that_is_said() {
        server.send("PUT", TYPE_PATH + "?replace=true", "{}");
        server.send("PUT", TYPE_PATH + "?replace=false", "{}");

        assertThat(server.ports.calls())
                .extracting(call -> call.get(0))
                .containsExactly("replaceActionType", "putActionType");
        assertThat(server.send("PUT", TYPE_PATH + "?replace=maybe", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_merge_patch_changes_what_it_names_and_leaves_the_rest() {
        Map<String, String> tags = new LinkedHashMap<>(Map.of("team", "checkout"));
        tags.put("stage", "beta");
        ActionType before =
                new ActionType(CUSTOM_ACTION_TYPE, DEFINITION, TIMING, ProviderDeclaration.NONE, new Tags(tags), false);
        server.ports.answer(before);

        var response = server.send(server.to("/control/v1/action-types/Custom/Build/Own-Provider/3")
                .header("Content-Type", "application/merge-patch+json")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString("{\"jobTimeoutSeconds\":9,\"actionTimeoutSeconds\":null,"
                                + "\"tags\":{\"stage\":null,\"owner\":\"me\"}}")));

        assertThat(server.ports.calls()).containsExactly(List.of("changeActionType", CUSTOM_ACTION_TYPE));
        server.ports.answer(new ActionType(
                CUSTOM_ACTION_TYPE,
                DEFINITION,
                new Timing(
                        TIMING.dispatchLease(),
                        Duration.ofSeconds(9),
                        Timing.defaultsFor(ActionOwner.Custom).actionTimeout(),
                        TIMING.continuationDelay()),
                ProviderDeclaration.NONE,
                new Tags(Map.of("team", "checkout", "owner", "me")),
                false));
        JsonMapper json = new JsonMapper();
        try {
            assertThat(json.readTree(response.body()))
                    .isEqualTo(json.readTree(server.get("/control/v1/action-types/Custom/Build/Own-Provider/3")
                            .body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_tag_that_is_not_there_may_be_taken_away() {
        server.ports.answer(new ActionType(ACTION_TYPE, TIMING));

        assertThat(server.send("PATCH", TYPE_PATH, "{\"tags\":{\"nobody\":null}}")
                        .statusCode())
                .isEqualTo(200);
        assertJson(server.get(TYPE_PATH), 200, TYPE_VIEW);
    }

    @Test
    void a_patch_that_names_what_there_is_not_is_refused_and_so_is_another_content() {
        server.ports.answer(new ActionType(ACTION_TYPE, TIMING));

        assertThat(server.send("PATCH", TYPE_PATH, "{\"leaseSeconds\":1}").body())
                .contains("leaseSeconds", "dispatchLeaseSeconds");
        assertThat(server.send("PATCH", TYPE_PATH, "{\"leaseSeconds\":null}").statusCode())
                .isEqualTo(400);
        assertThat(server.send(server.to(TYPE_PATH)
                                .header("Content-Type", "text/plain")
                                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void an_action_type_is_deleted() {
        var response = server.send(server.to(TYPE_PATH).DELETE());

        assertThat(server.ports.calls()).containsExactly(List.of("deleteActionType", ACTION_TYPE));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void action_types_are_listed() {
        server.ports.answer(new Page<>(List.of(new ActionType(ACTION_TYPE, TIMING)), Optional.of("more")));

        assertJson(
                server.get("/control/v1/action-types?maxResults=1&nextToken=x"),
                200,
                "{\"actionTypes\":[" + TYPE_VIEW + "],\"nextToken\":\"more\"}");
        assertThat(server.ports.calls()).containsExactly(List.of("actionTypes", new PageRequest(1, Optional.of("x"))));
    }
}
