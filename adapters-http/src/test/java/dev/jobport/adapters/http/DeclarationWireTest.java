package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.SampleJson.DEFAULT_COUNTS;
import static dev.jobport.adapters.http.SampleJson.URLS;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.DECLARATION;
import static dev.jobport.contracts.fixtures.Samples.SETTINGS;
import static dev.jobport.contracts.fixtures.Samples.THIRD_PARTY_DEFINITION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The operations on declarations of action types, byte for byte as in {@link ActionTypeWireTest}. */
class DeclarationWireTest extends WithServer {

    /** As it is shown; a request may say the same. */
    private static final String DECLARED =
            "{\"actionType\":{\"description\":\"prüft \\\"alles\\\"\",\"executor\":{\"configuration\":{"
                    + "\"jobWorkerExecutorConfiguration\":{\"pollingAccounts\":[\"333333333333\",\"222222222222\"],"
                    + "\"pollingServicePrincipals\":[\"ci.example.com\"]}},\"type\":\"JobWorker\","
                    + "\"policyStatementsTemplate\":\"{\\\"Version\\\":\\\"2012-10-17\\\"}\",\"jobTimeout\":77},\"id\":"
                    + ACTION_TYPE_JSON + ","
                    + "\"inputArtifactDetails\":{\"minimumCount\":1,\"maximumCount\":3},"
                    + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
                    + "\"permissions\":{\"allowedAccounts\":[\"111111111111\",\"*\"]},"
                    + "\"properties\":[{\"name\":\"Apple\",\"optional\":false,"
                    + "\"key\":true,\"noEcho\":false,\"queryable\":false,\"description\":\"läuft 🏃\"},"
                    + "{\"name\":\"Schlüssel\",\"optional\":true,\"key\":true,\"noEcho\":true,\"queryable\":false}],"
                    + "\"urls\":{\"configurationUrl\":\"https://example.com/sign-up\"," + URLS + "}}}";

    /** A declaration tells no type of a property, and one that is new is a String. */
    private static ActionTypeDefinition declared() {
        ConfigurationProperty apple =
                THIRD_PARTY_DEFINITION.configurationProperties().get(0);
        return new ActionTypeDefinition(
                SETTINGS,
                List.of(
                        new ConfigurationProperty(
                                apple.name(),
                                true,
                                true,
                                false,
                                false,
                                apple.description(),
                                ConfigurationProperty.Type.String),
                        THIRD_PARTY_DEFINITION.configurationProperties().get(1)),
                THIRD_PARTY_DEFINITION.inputArtifactDetails(),
                THIRD_PARTY_DEFINITION.outputArtifactDetails());
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
        server.ports.answer(
                new ActionType(ACTION_TYPE, ActionTypeDefinition.DEFAULT, Timing.defaultsFor(ActionOwner.ThirdParty)));

        assertAnswer(
                server.call("GetActionType", ACTION_TYPE_JSON),
                200,
                "{\"actionType\":{\"executor\":{\"configuration\":{\"jobWorkerExecutorConfiguration\":{}},"
                        + "\"type\":\"JobWorker\",\"jobTimeout\":3600},\"id\":" + ACTION_TYPE_JSON + ","
                        + DEFAULT_COUNTS
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
                            + "\"type\":\"" + type + "\"},\"id\":" + ACTION_TYPE_JSON + "," + DEFAULT_COUNTS + "}}");

            assertThat(server.ports.calls())
                    .containsExactly(List.of(
                            "updateActionType",
                            new ActionTypeDeclaration(
                                    ACTION_TYPE,
                                    ActionTypeDefinition.DEFAULT,
                                    ExecutorType.Lambda,
                                    Optional.empty(),
                                    ProviderDeclaration.NONE)));
        }
    }
}
