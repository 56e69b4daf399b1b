package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.UrlTemplate;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where people are led from an action: by its type's templates, with what the action and its worker say. */
public interface UrlContract extends JobWorkerWorld {

    ConfigurationProperty PROJECT_IN_URL = new ConfigurationProperty(
            "Project", true, true, false, false, Optional.empty(), ConfigurationProperty.Type.String);

    ConfigurationProperty PASSWORD_IN_URL = new ConfigurationProperty(
            "Password", false, false, true, false, Optional.empty(), ConfigurationProperty.Type.String);

    private CustomWorker workerWithUrls() {
        CustomWorker worker = customWorker(TIMING);
        put(
                worker,
                settings(
                        "https://a/{Config:Project}", "https://a/run/{ExternalExecutionId}", "https://a/{RevisionId}"));
        return worker;
    }

    private void put(CustomWorker worker, ActionTypeSettings settings) {
        operator()
                .putActionType(
                        account(),
                        new ActionType(
                                worker.actionType(),
                                new ActionTypeDefinition(
                                        settings,
                                        List.of(PROJECT_IN_URL, PASSWORD_IN_URL),
                                        ArtifactDetails.DEFAULT,
                                        ArtifactDetails.DEFAULT),
                                TIMING));
    }

    private static ActionTypeSettings settings(String entity, String execution, String revision) {
        return new ActionTypeSettings(
                Optional.empty(),
                Optional.of(new UrlTemplate(entity)),
                Optional.of(new UrlTemplate(execution)),
                Optional.of(new UrlTemplate(revision)));
    }

    private static Started start(CustomWorker worker) {
        return worker.start(configuredInput(Map.of("Project", "shop 1")));
    }

    private ActionUrls urls(Started action) {
        return pipeline()
                .actionExecution(account(), action.actionExecutionId())
                .summary()
                .urls();
    }

    @Test
    @Clause(
            id = "URL-1",
            source = Source.OURS,
            where = "decision 8 for the encoding; templates are documented: API ActionTypeSettings")
    default void an_action_shows_the_urls_that_there_are_values_for() {
        Started action = start(workerWithUrls());

        assertThat(urls(action))
                .isEqualTo(new ActionUrls(Optional.of("https://a/shop%201"), Optional.empty(), Optional.empty()));
    }

    @Test
    @Clause(id = "URL-2", source = Source.DOC, where = "API ActionTypeSettings")
    default void what_the_worker_reports_leads_further() {
        CustomWorker worker = workerWithUrls();
        Started action = start(worker);
        worker.succeed(
                worker.take(),
                new SuccessResult(
                        Optional.of(new CurrentRevision("c0ffee", "c", Optional.empty(), Optional.empty())),
                        Optional.of(new ContinuationToken("on")),
                        Optional.of(new ExecutionDetails(Optional.empty(), Optional.of("run-8"), Optional.empty()))));

        assertThat(urls(action))
                .isEqualTo(new ActionUrls(
                        Optional.of("https://a/shop%201"),
                        Optional.of("https://a/run/run-8"),
                        Optional.of("https://a/c0ffee")));
    }

    @Test
    @Clause(id = "URL-3", source = Source.OURS, where = "decision 8")
    default void a_url_with_a_place_that_cannot_be_filled_is_not_shown() {
        CustomWorker worker = customWorker(TIMING);
        put(worker, settings("https://a/{Config:Password}", "https://a/{Config:Undeclared}", "https://a/{Unheard}"));
        Started action = worker.start(configuredInput(Map.of("Project", "shop", "Password", "s3cret")));

        assertThat(urls(action)).isEqualTo(ActionUrls.NONE);
    }

    @Test
    @Clause(id = "URL-4", source = Source.OURS, where = "decision 8")
    default void an_id_that_leads_away_from_http_is_not_shown_as_a_url() {
        CustomWorker worker = customWorker(TIMING);
        put(worker, settings("https://a/", "{ExternalExecutionId}", "https://a/"));
        Started action = start(worker);
        worker.succeed(
                worker.take(),
                new SuccessResult(
                        Optional.empty(),
                        Optional.of(new ContinuationToken("on")),
                        Optional.of(new ExecutionDetails(
                                Optional.empty(), Optional.of("https://a/\"><script>"), Optional.empty()))));

        assertThat(urls(action).executionUrl()).isEmpty();
    }

    @Test
    @Clause(id = "URL-5", source = Source.OURS, where = "decision 8")
    default void an_action_keeps_the_templates_that_it_started_with() {
        CustomWorker worker = workerWithUrls();
        Started action = start(worker);
        put(worker, settings("https://b/", "https://b/", "https://b/"));

        assertThat(urls(action).entityUrl()).contains("https://a/shop%201");
    }

    @Test
    @Clause(id = "URL-6", source = Source.MODEL, where = "optional members of ActionTypeSettings")
    default void an_action_of_a_type_without_templates_shows_none() {
        assertThat(urls(customWorker(TIMING).start())).isEqualTo(ActionUrls.NONE);
    }
}
