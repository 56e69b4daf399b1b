package dev.jobport.domain.action;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_ID;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What never changes while an action runs: whose it is, and what is shown of it to whom. */
class ActionExecutionTest {

    private static final Optional<ClientId> CLIENT = Optional.of(Samples.CLIENT);
    private static final Set<String> SECRETS = Set.of("Password");

    private static ActionExecution action(ActionTypeId type, Optional<ClientId> client) {
        return action(type, client, input());
    }

    private static ActionExecution action(ActionTypeId type, Optional<ClientId> client, ActionInput input) {
        return new ActionExecution(
                ACTION_ID,
                new JobQueue(ACCOUNT, type),
                client,
                input,
                SECRETS,
                ActionTypeSettings.NONE,
                Timing.defaultsFor(type.owner()),
                START);
    }

    private static ActionInput input() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("User", "me");
        configuration.put("Password", "hunter2");
        configuration.put("Colour", "red");
        return configuredInput(configuration);
    }

    @Test
    void a_third_party_action_has_a_client_and_a_custom_one_has_none() {
        assertThat(action(ACTION_TYPE, CLIENT).clientId()).isEqualTo(CLIENT);
        assertThat(action(CUSTOM_ACTION_TYPE, Optional.empty()).clientId()).isEmpty();
        assertThatThrownBy(() -> action(ACTION_TYPE, Optional.empty()))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageEndingWith("Value at 'clientId' failed to satisfy constraint: Member must not be null");
        assertThatThrownBy(() -> action(CUSTOM_ACTION_TYPE, CLIENT))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("Only a third-party action has a client; leave out clientId.");
    }

    @Test
    void an_action_starts_with_what_its_type_says_and_is_its_clients() {
        ConfigurationProperty password = new ConfigurationProperty(
                "Password", false, false, true, false, Optional.empty(), ConfigurationProperty.Type.String);
        ConfigurationProperty other = new ConfigurationProperty(
                "Token", false, false, true, false, Optional.empty(), ConfigurationProperty.Type.String);
        ActionType type = new ActionType(
                ACTION_TYPE,
                ActionTypeDefinition.of(List.of(password, other)),
                Timing.defaultsFor(ActionOwner.ThirdParty));
        ActionInput input = configuredInput(Map.of("Password", "hunter2"));
        JobQueue queue = ActionExecution.queueFor(ACCOUNT, type, CLIENT, input);
        Client client = Client.register(CLIENT.orElseThrow(), CLIENT_TOKEN);

        assertThat(queue).isEqualTo(new JobQueue(ACCOUNT, ACTION_TYPE));
        assertThatThrownBy(() -> ActionExecution.queueFor(ACCOUNT, type, Optional.empty(), input))
                .isInstanceOf(Refusal.Validation.class);
        assertThat(ActionExecution.start(ACTION_ID, queue, type, Optional.of(client), input, START))
                .isEqualTo(action(ACTION_TYPE, CLIENT, input));
    }

    @Test
    void an_action_is_of_the_account_and_the_type_that_its_jobs_wait_for() {
        ActionExecution action = action(ACTION_TYPE, CLIENT);

        assertThat(action.account()).isEqualTo(ACCOUNT);
        assertThat(action.actionTypeId()).isEqualTo(ACTION_TYPE);
        assertThat(action.owner()).isEqualTo(ActionOwner.ThirdParty);
    }

    @Test
    void secrets_are_masked_where_they_are_shown_and_the_order_stays() {
        Map<String, String> shown = action(CUSTOM_ACTION_TYPE, Optional.empty()).shownConfiguration();

        assertThat(shown)
                .containsExactly(Map.entry("User", "me"), Map.entry("Password", "****"), Map.entry("Colour", "red"));
        assertThatThrownBy(shown::clear).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_secret_that_was_left_out_is_masked_too() {
        ActionExecution lost = action(CUSTOM_ACTION_TYPE, Optional.empty(), configuredInput(Map.of("User", "me")));

        assertThat(lost.shownConfiguration()).isEqualTo(Map.of("User", "me", "Password", "****"));
    }
}
