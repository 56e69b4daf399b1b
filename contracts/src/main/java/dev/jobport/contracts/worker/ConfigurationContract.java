package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.CustomJob;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.job.JobId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Configuration properties: what an action must be given, what job workers see of it, and polls that ask for a part. */
public interface ConfigurationContract extends JobWorkerWorld {

    ConfigurationProperty PROJECT = new ConfigurationProperty(
            "Project", true, true, false, true, Optional.empty(), ConfigurationProperty.Type.String);
    ConfigurationProperty PASSWORD = new ConfigurationProperty(
            "Password", false, false, true, false, Optional.of("for the build"), ConfigurationProperty.Type.String);

    private CustomWorker configured() {
        return customWorker(TIMING, List.of(PROJECT, PASSWORD));
    }

    private List<JobId> poll(CustomWorker worker, Map<String, String> queryParam) {
        return custom().pollForJobs(caller(), worker.actionType(), queryParam, 10).stream()
                .map(CustomJob::id)
                .toList();
    }

    /** The one job that is due. */
    private JobId pollOne(CustomWorker worker, Map<String, String> queryParam) {
        List<JobId> jobs = due(() -> poll(worker, queryParam));
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private static Started start(CustomWorker worker, Map<String, String> configuration) {
        return worker.start(configuredInput(configuration));
    }

    /** How a start is refused is the pipeline's affair. */
    private AbstractThrowableAssert<?, ?> assertThatStartIsRefused(
            CustomWorker worker, Map<String, String> configuration) {
        return assertThatThrownBy(() -> pipeline()
                        .startActionExecution(
                                account(), worker.actionType(), Optional.empty(), configuredInput(configuration)))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    @Clause(id = "CONFIG-1", source = Source.DOC, where = "API ActionConfigurationProperty, required")
    default void an_action_without_a_required_property_cannot_start() {
        CustomWorker worker = configured();

        assertThatStartIsRefused(worker, Map.of("Password", "s3cret"))
                .hasMessageContaining("requires the configuration property 'Project'")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    @Clause(id = "CONFIG-2", source = Source.OURS, where = "decision 8")
    default void an_action_with_a_property_that_its_type_does_not_have_cannot_start() {
        CustomWorker worker = configured();

        assertThatStartIsRefused(worker, Map.of("Project", "shop", "Colour", "red"))
                .hasMessageContaining("has no configuration property 'Colour'");
    }

    @Test
    @Clause(id = "CONFIG-3", source = Source.MODEL, where = "ActionConfigurationQueryableValue: 1 to 50 characters")
    default void a_queryable_property_takes_fifty_characters_of_a_name_and_no_more() {
        CustomWorker worker = configured();
        start(worker, Map.of("Project", "a-Z_9".repeat(10)));

        assertThatStartIsRefused(worker, Map.of("Project", "x".repeat(51)))
                .hasMessageContaining("'configuration.Project'");
        assertThatStartIsRefused(worker, Map.of("Project", "a b"));
    }

    @Test
    @Clause(id = "CONFIG-4", source = Source.SEEN, where = "error texts of the service, 2022 to 2025")
    default void a_value_of_fifty_thousand_characters_reaches_the_job_worker() {
        CustomWorker worker = configured();
        Map<String, String> configuration = Map.of("Project", "shop", "Password", "ä".repeat(50_000));

        start(worker, configuration);

        assertThat(worker.data(pollOne(worker, Map.of("Project", "shop")))
                        .input()
                        .configuration())
                .isEqualTo(configuration);
    }

    @Test
    @Clause(
            id = "CONFIG-5",
            source = Source.OURS,
            where = "decision 8 for what is counted; the limit is documented: User Guide, quotas")
    default void a_configuration_of_more_than_a_hundred_kilobytes_cannot_start() {
        CustomWorker worker = customWorker(TIMING);
        String half = "x".repeat(50_000);
        start(worker, Map.of("1", half, "2", half, "3", "y".repeat(2_397)));

        assertThatStartIsRefused(worker, Map.of("1", half, "2", half, "3", "y".repeat(2_398)))
                .hasMessageContaining("Value at 'configuration'");
        assertThatStartIsRefused(worker, Map.of("1", "ä".repeat(50_000), "2", "ä".repeat(2_000)));
    }

    @Test
    @Clause(id = "CONFIG-6", source = Source.OURS, where = "decision 8")
    default void without_declared_properties_a_hundred_entries_start_and_no_more() {
        CustomWorker worker = customWorker(TIMING);
        start(worker, entries(100));

        assertThatStartIsRefused(worker, entries(101)).hasMessageContaining("Value at 'configuration'");
    }

    private static Map<String, String> entries(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "key-" + i, i -> "v"));
    }

    @Test
    @Clause(id = "CONFIG-7", source = Source.SEEN, where = "pipelines of the service")
    default void the_mask_of_a_secret_does_not_become_the_secret() {
        CustomWorker worker = configured();

        assertThatStartIsRefused(worker, Map.of("Project", "shop", "Password", "****"))
                .hasMessageContaining("Value at 'configuration.Password'");
        start(customWorker(TIMING), Map.of("anything", "****"));
    }

    @Test
    @Clause(id = "CONFIG-8", source = Source.DOC, where = "API ActionConfigurationProperty, secret")
    default void job_workers_see_secret_properties() {
        CustomWorker worker = configured();
        Map<String, String> configuration = Map.of("Project", "shop", "Password", "s3cret");
        start(worker, configuration);

        List<CustomJob> jobs =
                due(() -> custom().pollForJobs(caller(), worker.actionType(), Map.of("Project", "shop"), 1));

        assertThat(jobs)
                .singleElement()
                .satisfies(polled ->
                        assertThat(polled.data().input().configuration()).isEqualTo(configuration));
        assertThat(worker.data(jobs.get(0).id()).input().configuration()).isEqualTo(configuration);
    }

    @Test
    @Clause(id = "CONFIG-9", source = Source.DOC, where = "API ActionConfigurationProperty, secret")
    default void nobody_else_is_shown_what_is_secret_in_a_configuration() {
        CustomWorker worker = configured();
        var action = worker.start(configuredInput(Map.of("Project", "shop", "Password", "s3cret")));

        assertThat(pipeline()
                        .actionExecution(account(), action.actionExecutionId())
                        .configuration())
                .isEqualTo(Map.of("Project", "shop", "Password", "****"));
    }

    @Test
    @Clause(id = "CONFIG-10", source = Source.OURS, where = "decision 28")
    default void what_is_secret_is_as_it_was_when_the_action_started() {
        CustomWorker worker = configured();
        var action = worker.start(configuredInput(Map.of("Project", "shop", "Password", "s3cret")));
        operator()
                .replaceActionType(
                        account(),
                        new ActionType(worker.actionType(), ActionTypeDefinition.of(List.of(PROJECT)), TIMING));

        assertThat(pipeline()
                        .actionExecution(account(), action.actionExecutionId())
                        .configuration())
                .containsEntry("Password", "****");
    }

    @Test
    @Clause(id = "CONFIG-11", source = Source.DOC, where = "API PollForJobs, queryParam")
    default void a_poll_gets_only_jobs_of_the_value_that_it_asks_for() {
        CustomWorker worker = configured();
        Started shop = start(worker, Map.of("Project", "shop"));
        Started office = start(worker, Map.of("Project", "office"));

        assertThat(poll(worker, Map.of("Project", "nobody"))).isEmpty();
        assertThat(pollOne(worker, Map.of("Project", "office"))).isEqualTo(office.jobId());
        assertThat(pollOne(worker, Map.of("Project", "shop"))).isEqualTo(shop.jobId());
    }

    @Test
    @Clause(id = "CONFIG-12", source = Source.DOC, where = "API PollForJobs, queryParam")
    default void a_job_that_is_offered_again_is_offered_to_the_same_query() {
        CustomWorker worker = configured();
        start(worker, Map.of("Project", "shop"));
        JobId job = pollOne(worker, Map.of("Project", "shop"));

        pass(TIMING.dispatchLease());

        assertThat(poll(worker, Map.of("Project", "office"))).isEmpty();
        assertThat(poll(worker, Map.of("Project", "shop"))).containsExactly(job);
    }

    @Test
    @Clause(id = "CONFIG-13", source = Source.DOC, where = "API PollForJobs, queryParam")
    default void a_type_with_a_queryable_property_must_be_polled_by_it() {
        CustomWorker worker = configured();
        start(worker, Map.of("Project", "shop"));

        says(assertThatThrownBy(() -> poll(worker, Map.of())).isInstanceOf(Refusal.Validation.class), "[Project]");
        assertThatThrownBy(() -> poll(worker, Map.of("Password", "s3cret"))).isInstanceOf(Refusal.Validation.class);
        pollOne(worker, Map.of("Project", "shop"));
    }

    @Test
    @Clause(id = "CONFIG-14", source = Source.DOC, where = "API PollForJobs, queryParam")
    default void a_type_without_a_queryable_property_cannot_be_polled_by_one() {
        CustomWorker worker = customWorker(TIMING, List.of(PASSWORD));
        Started started = start(worker, Map.of());

        assertThatThrownBy(() -> poll(worker, Map.of("Password", "s3cret"))).isInstanceOf(Refusal.Validation.class);
        assertThat(pollOne(worker, Map.of())).isEqualTo(started.jobId());
    }
}
