package dev.jobport.domain.action;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_ID;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An action leads people where the templates of its type say, and never with a secret. */
class ActionUrlsTest {

    private static final ActionProgress RUNNING = new ActionProgress(
            new ExecutionDetails(Optional.empty(), Optional.of("run-8"), Optional.empty()),
            Optional.of(new CurrentRevision("c0ffee", "change-5", Optional.empty(), Optional.empty())),
            OutputVariables.NONE,
            Optional.empty());

    private static ActionExecution action(String entity, String execution, String revision) {
        return new ActionExecution(
                ACTION_ID,
                new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE),
                Optional.empty(),
                configuredInput(Map.of("Project", "shop", "Token", "s3cret")),
                Set.of("Token"),
                new ActionTypeSettings(Optional.empty(), template(entity), template(execution), template(revision)),
                Timing.defaultsFor(ActionOwner.Custom),
                Instant.EPOCH);
    }

    private static Optional<UrlTemplate> template(String text) {
        return Optional.ofNullable(text).map(UrlTemplate::new);
    }

    @Test
    void each_template_leads_to_its_own_place() {
        assertThat(ActionUrls.of(
                        action(
                                "https://a/{Config:Project}",
                                "https://b/{ExternalExecutionId}",
                                "https://c/{RevisionId}"),
                        RUNNING))
                .isEqualTo(new ActionUrls(
                        Optional.of("https://a/shop"),
                        Optional.of("https://b/run-8"),
                        Optional.of("https://c/c0ffee")));
    }

    @Test
    void without_a_template_or_a_value_for_its_place_nobody_is_led_anywhere() {
        assertThat(ActionUrls.of(action(null, null, null), RUNNING)).isEqualTo(ActionUrls.NONE);
        assertThat(ActionUrls.of(
                        action(
                                "https://a/{Config:Branch}",
                                "https://b/{ExternalExecutionId}",
                                "https://c/{RevisionId}"),
                        ActionProgress.NONE))
                .isEqualTo(ActionUrls.NONE);
    }

    @Test
    void a_secret_is_a_value_that_is_not_there() {
        String url = "https://a/{Config:Token}";

        assertThat(ActionUrls.of(action(url, url, url), RUNNING)).isEqualTo(ActionUrls.NONE);
    }
}
