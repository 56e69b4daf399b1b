package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.ActionTypeSamples.BARE;
import static dev.jobport.adapters.http.ActionTypeSamples.BARE_DETAILS;
import static dev.jobport.adapters.http.ActionTypeSamples.DEFINITION;
import static dev.jobport.adapters.http.ActionTypeSamples.DETAILS;
import static dev.jobport.adapters.http.ActionTypeSamples.URLS;
import static dev.jobport.adapters.http.Samples.ACTION_TYPE;
import static dev.jobport.adapters.http.Samples.ACTION_TYPE_JSON;
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
}
