package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ARTIFACT_COUNTS;
import static dev.jobport.adapters.http.SampleJson.CUSTOM_TYPE_JSON;
import static dev.jobport.adapters.http.SampleJson.DEFAULT_COUNTS;
import static dev.jobport.adapters.http.SampleJson.PROPERTIES_JSON;
import static dev.jobport.adapters.http.SampleJson.SETTINGS_JSON;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each operation on action types but their declarations: the request's bytes become exactly these domain values, the
 * answer exactly these bytes.
 */
class ActionTypeWireTest extends WithServer {

    private static final String ARN =
            "arn:aws:codepipeline:us-east-1:000000000000:actiontype:Custom/Build/Own-Provider/3";

    private static final String NAME = "\"category\":\"Build\",\"provider\":\"Own-Provider\",\"version\":\"3\"";

    private static final String TAGS_JSON =
            "\"tags\":[{\"key\":\"stage\",\"value\":\"\"},{\"key\":\"team\",\"value\":\"Prüfung 1\"}]";

    private static final ActionType CUSTOM = new ActionType(
            CUSTOM_ACTION_TYPE,
            DEFINITION,
            Timing.defaultsFor(ActionOwner.Custom),
            ProviderDeclaration.NONE,
            TAGS,
            false);

    @Test
    void a_custom_action_type_is_made_and_answered_as_it_is() {
        server.ports.answer(CUSTOM);

        var response = server.call(
                "CreateCustomActionType",
                "{" + NAME + "," + SETTINGS_JSON + ",\"configurationProperties\":" + PROPERTIES_JSON + ","
                        + ARTIFACT_COUNTS + "," + TAGS_JSON + "}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("createCustomActionType", CUSTOM_ACTION_TYPE, DEFINITION, TAGS));
        assertAnswer(
                response,
                200,
                "{\"actionType\":{\"id\":" + CUSTOM_TYPE_JSON + "," + SETTINGS_JSON
                        + ",\"actionConfigurationProperties\":" + PROPERTIES_JSON + "," + ARTIFACT_COUNTS + "},"
                        + TAGS_JSON + "}");
    }

    @Test
    void what_a_custom_action_type_does_not_have_is_left_out() {
        server.ports.answer(new ActionType(
                CUSTOM_ACTION_TYPE, ActionTypeDefinition.DEFAULT, Timing.defaultsFor(ActionOwner.Custom)));

        var response = server.call("CreateCustomActionType", "{" + NAME + "," + DEFAULT_COUNTS + "}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("createCustomActionType", CUSTOM_ACTION_TYPE, ActionTypeDefinition.DEFAULT, Tags.NONE));
        assertAnswer(
                response,
                200,
                "{\"actionType\":{\"id\":" + CUSTOM_TYPE_JSON + ",\"actionConfigurationProperties\":[],"
                        + DEFAULT_COUNTS + "}}");
    }

    @Test
    void a_custom_action_type_is_deleted_and_nothing_answered() {
        var response = server.call("DeleteCustomActionType", "{" + NAME + "}");

        assertThat(server.ports.calls()).containsExactly(List.of("deleteCustomActionType", CUSTOM_ACTION_TYPE));
        assertAnswer(response, 200, "");
    }

    @Test
    void action_types_are_listed_by_what_is_asked_for() {
        server.ports.answer(new Page<>(List.of(CUSTOM), Optional.of("next")));

        var response = server.call(
                "ListActionTypes",
                "{\"actionOwnerFilter\":\"Custom\",\"regionFilter\":\"mars\",\"nextToken\":\"token\"}");

        assertThat(server.ports.calls())
                .containsExactly(List.of(
                        "listActionTypes",
                        Optional.of(ActionOwner.Custom),
                        Optional.of("mars"),
                        new PageRequest(50, Optional.of("token"))));
        assertAnswer(
                response,
                200,
                "{\"actionTypes\":[{\"id\":" + CUSTOM_TYPE_JSON + "," + SETTINGS_JSON
                        + ",\"actionConfigurationProperties\":" + PROPERTIES_JSON + "," + ARTIFACT_COUNTS
                        + "}],\"nextToken\":\"next\"}");
    }

    @Test
    void a_list_without_action_types_is_empty() {
        server.ports.answer(new Page<>(List.of(), Optional.empty()));

        var response = server.call("ListActionTypes", "{}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("listActionTypes", Optional.empty(), Optional.empty(), PageRequest.first()));
        assertAnswer(response, 200, "{\"actionTypes\":[]}");
    }

    @Test
    void tags_are_given_and_taken_away_and_an_empty_object_answered() {
        assertAnswer(server.call("TagResource", "{\"resourceArn\":\"" + ARN + "\"," + TAGS_JSON + "}"), 200, "{}");
        assertAnswer(
                server.call("UntagResource", "{\"resourceArn\":\"" + ARN + "\",\"tagKeys\":[\"stage\",\"stage\"]}"),
                200,
                "{}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("tagResource", new ResourceArn(ARN), TAGS),
                        List.of("untagResource", new ResourceArn(ARN), Set.of("stage")));
    }

    @Test
    void tags_are_listed() {
        server.ports.answer(new Page<>(List.of(new Tags.Tag("team", "Prüfung 1")), Optional.of("next")));

        var some = server.call(
                "ListTagsForResource", "{\"resourceArn\":\"" + ARN + "\",\"nextToken\":\"token\",\"maxResults\":1}");
        server.call("ListTagsForResource", "{\"resourceArn\":\"" + ARN + "\"}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("listTagsForResource", new ResourceArn(ARN), new PageRequest(1, Optional.of("token"))),
                        List.of("listTagsForResource", new ResourceArn(ARN), new PageRequest(100, Optional.empty())));
        assertAnswer(some, 200, "{\"tags\":[{\"key\":\"team\",\"value\":\"Prüfung 1\"}],\"nextToken\":\"next\"}");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.LimitExceeded("m"), "LimitExceededException"),
                Arguments.of(new Refusal.RequestFailed("m"), "RequestFailedException"),
                Arguments.of(new Refusal.InvalidArn("m", "n"), "InvalidArnException"),
                Arguments.of(new Refusal.ResourceNotFound("m"), "ResourceNotFoundException"),
                Arguments.of(new Refusal.TooManyTags(51, 50), "TooManyTagsException"),
                Arguments.of(new Refusal.InvalidTags("m"), "InvalidTagsException"),
                Arguments.of(new Refusal.InvalidNextToken(), "InvalidNextTokenException"),
                Arguments.of(new Refusal.ActionTypeNotFound("m"), "ActionTypeNotFoundException"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_refusal_has_its_name_in_awss_model(Refusal refusal, String type) {
        server.ports.fail(refusal);

        assertAnswer(
                server.call("ListActionTypes", "{}"),
                400,
                "{\"__type\":\"" + type + "\",\"message\":\"" + refusal.getMessage() + "\"}");
    }

    @Test
    void a_key_given_twice_and_other_tags_that_cannot_be_never_get_to_the_port() {
        String twice = "{\"key\":\"a\",\"value\":\"b\"}";

        assertAnswer(
                server.call("TagResource", "{\"resourceArn\":\"" + ARN + "\",\"tags\":[" + twice + "," + twice + "]}"),
                400,
                "{\"__type\":\"InvalidTagsException\",\"message\":\"Two tags have the key 'a'; give it once.\"}");
        assertThat(server.ports.calls()).isEmpty();
    }
}
