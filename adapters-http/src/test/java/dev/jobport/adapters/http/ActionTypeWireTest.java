package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.Samples.ACTION_TYPE;
import static dev.jobport.adapters.http.Samples.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.Samples.CUSTOM_TYPE;
import static dev.jobport.adapters.http.Samples.CUSTOM_TYPE_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.ExecutorType;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.action.UrlTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation on action types: the request's bytes become exactly these domain values, the answer exactly these bytes. */
class ActionTypeWireTest extends WithServer {

    private static final String ARN = "arn:aws:codepipeline:us-east-1:000000000000:actiontype:Custom/Build/Own/8";

    private static final String NAME = "\"category\":\"Build\",\"provider\":\"Own\",\"version\":\"8\"";

    private static final ActionTypeDefinition DEFINITION = new ActionTypeDefinition(
            new ActionTypeSettings(
                    Optional.of("https://a/sign-up"),
                    Optional.of(new UrlTemplate("https://a/{Config:Project}")),
                    Optional.of(new UrlTemplate("https://a/{ExternalExecutionId}")),
                    Optional.of(new UrlTemplate("https://a/r"))),
            List.of(
                    new ConfigurationProperty(
                            "Project",
                            true,
                            true,
                            false,
                            true,
                            Optional.of("which"),
                            ConfigurationProperty.Type.Number),
                    new ConfigurationProperty(
                            "Password",
                            false,
                            false,
                            true,
                            false,
                            Optional.empty(),
                            ConfigurationProperty.Type.String)),
            new ArtifactDetails(1, 2),
            new ArtifactDetails(0, 3));

    private static final String URLS = "\"entityUrlTemplate\":\"https://a/{Config:Project}\","
            + "\"executionUrlTemplate\":\"https://a/{ExternalExecutionId}\",\"revisionUrlTemplate\":\"https://a/r\"";
    private static final String SETTINGS =
            "\"settings\":{\"thirdPartyConfigurationUrl\":\"https://a/sign-up\"," + URLS + "}";
    private static final String PROPERTIES = "[{\"name\":\"Project\",\"required\":true,\"key\":true,\"secret\":false,"
            + "\"queryable\":true,\"description\":\"which\",\"type\":\"Number\"},{\"name\":\"Password\","
            + "\"required\":false,\"key\":false,\"secret\":true,\"queryable\":false,\"type\":\"String\"}]";
    private static final String DETAILS = "\"inputArtifactDetails\":{\"minimumCount\":1,\"maximumCount\":2},"
            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":3}";
    private static final String TAGS =
            "\"tags\":[{\"key\":\"stage\",\"value\":\"\"},{\"key\":\"team\",\"value\":\"checkout\"}]";

    private static final ActionType CUSTOM = new ActionType(
            CUSTOM_TYPE,
            DEFINITION,
            Timing.defaultsFor(ActionOwner.Custom),
            ProviderDeclaration.NONE,
            new Tags(Map.of("team", "checkout", "stage", "")),
            false);

    private static final ActionTypeDefinition BARE = new ActionTypeDefinition(
            ActionTypeSettings.NONE, List.of(), new ArtifactDetails(0, 0), new ArtifactDetails(1, 1));
    private static final String BARE_DETAILS = "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":0},"
            + "\"outputArtifactDetails\":{\"minimumCount\":1,\"maximumCount\":1}";

    @Test
    void a_custom_action_type_is_made_and_answered_as_it_is() {
        server.ports.answer(CUSTOM);

        var response = server.call(
                "CreateCustomActionType",
                "{" + NAME + "," + SETTINGS + ",\"configurationProperties\":" + PROPERTIES + "," + DETAILS + "," + TAGS
                        + "}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("createCustomActionType", CUSTOM_TYPE, DEFINITION, CUSTOM.tags()));
        assertAnswer(
                response,
                200,
                "{\"actionType\":{\"id\":" + CUSTOM_TYPE_JSON + "," + SETTINGS + ",\"actionConfigurationProperties\":"
                        + PROPERTIES + "," + DETAILS + "}," + TAGS + "}");
    }

    @Test
    void what_a_custom_action_type_does_not_have_is_left_out() {
        server.ports.answer(new ActionType(CUSTOM_TYPE, BARE, Timing.defaultsFor(ActionOwner.Custom)));

        var response = server.call("CreateCustomActionType", "{" + NAME + "," + BARE_DETAILS + "}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("createCustomActionType", CUSTOM_TYPE, BARE, Tags.NONE));
        assertAnswer(
                response,
                200,
                "{\"actionType\":{\"id\":" + CUSTOM_TYPE_JSON + ",\"actionConfigurationProperties\":[]," + BARE_DETAILS
                        + "}}");
    }

    @Test
    void a_custom_action_type_is_deleted_and_nothing_answered() {
        var response = server.call("DeleteCustomActionType", "{" + NAME + "}");

        assertThat(server.ports.calls()).containsExactly(List.of("deleteCustomActionType", CUSTOM_TYPE));
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
                        "listActionTypes", Optional.of(ActionOwner.Custom), Optional.of("mars"), Optional.of("token")));
        assertAnswer(
                response,
                200,
                "{\"actionTypes\":[{\"id\":" + CUSTOM_TYPE_JSON + "," + SETTINGS
                        + ",\"actionConfigurationProperties\":" + PROPERTIES + "," + DETAILS
                        + "}],\"nextToken\":\"next\"}");
    }

    @Test
    void a_list_without_action_types_is_empty() {
        server.ports.answer(new Page<>(List.of(), Optional.empty()));

        var response = server.call("ListActionTypes", "{}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("listActionTypes", Optional.empty(), Optional.empty(), Optional.empty()));
        assertAnswer(response, 200, "{\"actionTypes\":[]}");
    }

    private static final ProviderDeclaration DECLARATION = new ProviderDeclaration(
            Optional.of("builds"),
            List.of("*"),
            List.of("222222222222", "111111111111"),
            List.of("ci.example"),
            Optional.of("{}"));

    /** As it is shown; a request may say the same. */
    private static final String DECLARED =
            "{\"actionType\":{\"description\":\"builds\",\"executor\":{\"configuration\":{"
                    + "\"jobWorkerExecutorConfiguration\":{\"pollingAccounts\":[\"222222222222\",\"111111111111\"],"
                    + "\"pollingServicePrincipals\":[\"ci.example\"]}},\"type\":\"JobWorker\","
                    + "\"policyStatementsTemplate\":\"{}\",\"jobTimeout\":77},\"id\":" + ACTION_TYPE_JSON + ","
                    + DETAILS
                    + ",\"permissions\":{\"allowedAccounts\":[\"*\"]},\"properties\":[{\"name\":\"Project\",\"optional\":false,"
                    + "\"key\":true,\"noEcho\":false,\"queryable\":false,\"description\":\"which\"},{\"name\":\"Password\","
                    + "\"optional\":true,\"key\":false,\"noEcho\":true,\"queryable\":false}],"
                    + "\"urls\":{\"configurationUrl\":\"https://a/sign-up\"," + URLS + "}}}";

    private static ActionTypeDefinition declared() {
        return new ActionTypeDefinition(
                DEFINITION.settings(),
                List.of(
                        new ConfigurationProperty(
                                "Project",
                                true,
                                true,
                                false,
                                false,
                                Optional.of("which"),
                                ConfigurationProperty.Type.String),
                        DEFINITION.configurationProperties().get(1)),
                DEFINITION.inputArtifactDetails(),
                DEFINITION.outputArtifactDetails());
    }

    @Test
    void a_declaration_is_shown() {
        Timing timing = Timing.defaultsFor(ActionOwner.ThirdParty).withJobTimeout(Duration.ofSeconds(77));
        server.ports.answer(new ActionType(ACTION_TYPE, declared(), timing, DECLARATION, Tags.NONE, false));

        var response = server.call("GetActionType", ACTION_TYPE_JSON);

        assertThat(server.ports.calls()).containsExactly(List.of("getActionType", ACTION_TYPE));
        assertAnswer(response, 200, DECLARED);
    }

    @Test
    void what_nobody_declared_is_left_out() {
        server.ports.answer(new ActionType(ACTION_TYPE, BARE, Timing.defaultsFor(ActionOwner.ThirdParty)));

        assertAnswer(
                server.call("GetActionType", ACTION_TYPE_JSON),
                200,
                "{\"actionType\":{\"executor\":{\"configuration\":{\"jobWorkerExecutorConfiguration\":{}},"
                        + "\"type\":\"JobWorker\",\"jobTimeout\":3600},\"id\":" + ACTION_TYPE_JSON + "," + BARE_DETAILS
                        + ",\"properties\":[]}}");
    }

    @Test
    void a_declaration_is_taken_as_it_is_shown_and_nothing_answered() {
        var response = server.call("UpdateActionType", DECLARED);

        assertThat(server.ports.calls())
                .containsExactly(List.of(
                        "updateActionType",
                        new ActionTypeDeclaration(
                                ACTION_TYPE,
                                declared(),
                                ExecutorType.JobWorker,
                                Optional.of(Duration.ofSeconds(77)),
                                DECLARATION)));
        assertAnswer(response, 200, "");
    }

    @Test
    void a_declared_lambda_function_is_passed_on_whatever_the_type_says() {
        for (String type : List.of("Lambda", "JobWorker")) {
            server.ports.reset();
            server.call(
                    "UpdateActionType",
                    "{\"actionType\":{\"executor\":{\"configuration\":{\"lambdaExecutorConfiguration\":{"
                            + "\"lambdaFunctionArn\":\"arn:aws:lambda:eu-west-1:123456789012:function:f\"}},"
                            + "\"type\":\"" + type + "\"},\"id\":" + ACTION_TYPE_JSON + "," + BARE_DETAILS + "}}");

            assertThat(server.ports.calls())
                    .containsExactly(List.of(
                            "updateActionType",
                            new ActionTypeDeclaration(
                                    ACTION_TYPE,
                                    BARE,
                                    ExecutorType.Lambda,
                                    Optional.empty(),
                                    ProviderDeclaration.NONE)));
        }
    }

    @Test
    void tags_are_given_and_taken_away_and_an_empty_object_answered() {
        assertAnswer(server.call("TagResource", "{\"resourceArn\":\"" + ARN + "\"," + TAGS + "}"), 200, "{}");
        assertAnswer(
                server.call("UntagResource", "{\"resourceArn\":\"" + ARN + "\",\"tagKeys\":[\"stage\",\"stage\"]}"),
                200,
                "{}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("tagResource", ARN, CUSTOM.tags()), List.of("untagResource", ARN, Set.of("stage")));
    }

    @Test
    void tags_are_listed() {
        server.ports.answer(new Page<>(List.of(new Tags.Tag("team", "checkout")), Optional.of("next")));

        var some = server.call(
                "ListTagsForResource", "{\"resourceArn\":\"" + ARN + "\",\"nextToken\":\"token\",\"maxResults\":1}");
        server.call("ListTagsForResource", "{\"resourceArn\":\"" + ARN + "\"}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("listTagsForResource", ARN, new PageRequest(1, Optional.of("token"))),
                        List.of("listTagsForResource", ARN, new PageRequest(100, Optional.empty())));
        assertAnswer(some, 200, "{\"tags\":[{\"key\":\"team\",\"value\":\"checkout\"}],\"nextToken\":\"next\"}");
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
