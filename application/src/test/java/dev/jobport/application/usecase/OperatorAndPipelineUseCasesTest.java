package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_CLIENT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.JobReport;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators and pipelines may do, and what they are told. */
class OperatorAndPipelineUseCasesTest {

    private static final ActionTypeId AWS = new ActionTypeId(ActionCategory.Build, ActionOwner.AWS, "CodeBuild", "1");

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();

    @Test
    void action_types_of_aws_cannot_be_registered() {
        assertThatThrownBy(() -> hexagon.operator.putActionType(ACCOUNT, new ActionType(AWS, TIMING)))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("ActionType with owner 'AWS' is not supported");
        assertThat(hexagon.operator.actionTypes(ACCOUNT, PageRequest.first()).items())
                .containsExactly(new ActionType(ACTION_TYPE, TIMING));
    }

    @Test
    void an_action_keeps_the_durations_that_held_when_it_started() {
        JobId before = hexagon.start().jobId();
        Timing quick = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO);

        hexagon.operator.putActionType(ACCOUNT, new ActionType(ACTION_TYPE, quick));
        JobId after = hexagon.start().jobId();

        assertThat(hexagon.operator.actionType(ACCOUNT, ACTION_TYPE).timing()).isEqualTo(quick);
        assertThat(hexagon.store.find(before).orElseThrow().action().timing()).isEqualTo(TIMING);
        assertThat(hexagon.store.find(after).orElseThrow().action().timing()).isEqualTo(quick);
    }

    @Test
    void what_the_operator_declared_of_a_custom_type_stays_when_the_same_type_is_created_again() {
        ProviderDeclaration declared =
                new ProviderDeclaration(Optional.of("Ours."), List.of("*"), List.of(), List.of(), Optional.empty());
        ActionType registered =
                new ActionType(CUSTOM_ACTION_TYPE, ActionTypeDefinition.DEFAULT, TIMING, declared, Tags.NONE, false);
        hexagon.operator.putActionType(ACCOUNT, registered);
        ActionTypeUseCases customers = new ActionTypeUseCases(hexagon.store);

        assertThat(customers.createCustomActionType(
                        CALLER, CUSTOM_ACTION_TYPE, ActionTypeDefinition.DEFAULT, Tags.NONE))
                .isEqualTo(registered);
        assertThatThrownBy(() -> customers.createCustomActionType(
                        CALLER, CUSTOM_ACTION_TYPE, ActionTypeDefinition.DEFAULT, new Tags(Map.of("a", "b"))))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("exists and is not like this");
    }

    @Test
    void an_unknown_action_type_is_not_found() {
        assertThatThrownBy(() -> hexagon.operator.actionType(ACCOUNT, OTHER_ACTION_TYPE))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
    }

    @Test
    void what_is_not_given_of_a_client_is_minted() {
        var minted = hexagon.operator.registerClient(ACCOUNT, Optional.empty(), Optional.empty());
        var given = hexagon.operator.registerClient(ACCOUNT, Optional.of(OTHER_CLIENT), Optional.of(CLIENT_TOKEN));

        assertThat(minted.clientToken()).isNotEqualTo(CLIENT_TOKEN);
        assertThat(given.clientId()).isEqualTo(OTHER_CLIENT);
        assertThat(given.clientToken()).isEqualTo(CLIENT_TOKEN);
        assertThat(given.toString()).doesNotContain(CLIENT_TOKEN.value());
        assertThat(hexagon.operator.clients(ACCOUNT, PageRequest.first()).items())
                .containsExactlyInAnyOrder(CLIENT, minted.clientId(), OTHER_CLIENT);
    }

    @Test
    void a_client_that_is_registered_already_keeps_its_token() {
        ClientToken other = new ClientToken("another");

        assertThatThrownBy(() -> hexagon.operator.registerClient(ACCOUNT, Optional.of(CLIENT), Optional.of(other)))
                .isInstanceOf(Refusal.ClientAlreadyExists.class);

        assertThat(hexagon.store.clients().find(ACCOUNT, CLIENT).orElseThrow().owns(CLIENT_TOKEN))
                .isTrue();
    }

    @Test
    void the_server_is_ready_when_its_store_is() {
        assertThat(hexagon.operator.isReady()).isTrue();
        hexagon.store.outage = Optional.of(new IllegalStateException());
        assertThat(hexagon.operator.isReady()).isFalse();
    }

    @Test
    void an_action_starts_only_for_a_registered_type_of_which_there_are_job_workers_and_for_a_registered_client() {
        var unknownClient = Optional.of(OTHER_CLIENT);
        hexagon.operator.putActionType(ACCOUNT, new ActionType(CUSTOM_ACTION_TYPE, TIMING));

        assertThatThrownBy(() -> hexagon.pipeline.startActionExecution(ACCOUNT, AWS, Optional.empty(), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("ActionType with owner 'AWS' is not supported");
        assertThatThrownBy(() ->
                        hexagon.pipeline.startActionExecution(ACCOUNT, OTHER_ACTION_TYPE, unknownClient, BARE_INPUT))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> hexagon.pipeline.startActionExecution(ACCOUNT, ACTION_TYPE, unknownClient, BARE_INPUT))
                .isInstanceOf(Refusal.ClientNotFound.class);
        assertThatThrownBy(
                        () -> hexagon.pipeline.startActionExecution(ACCOUNT, ACTION_TYPE, Optional.empty(), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("'clientId'");
        assertThatThrownBy(() -> hexagon.pipeline.startActionExecution(
                        ACCOUNT, CUSTOM_ACTION_TYPE, Optional.of(CLIENT), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("Only a third-party action has a client; leave out clientId.");
        assertThat(hexagon.store.kept(ACCOUNT)).isEmpty();
        assertThat(hexagon.told).isEmpty();
        assertThat(hexagon.minted()).isZero();
    }

    @Test
    void a_report_tells_the_whole_story_of_an_action_in_order() {
        JobId first = hexagon.startAndTake();
        hexagon.worker.putThirdPartyJobSuccessResult(CALLER, first, CLIENT_TOKEN, goingOn("t"));

        var report = hexagon.pipeline.actionExecution(
                ACCOUNT, hexagon.pipeline.job(ACCOUNT, first).actionExecutionId());

        assertThat(report.jobs()).extracting(JobReport::status).containsExactly(JobStatus.Succeeded, JobStatus.Created);
        assertThat(report.isFinished()).isFalse();
        assertThat(report.summary().clientId()).contains(CLIENT);
    }

    @Test
    void jobs_and_actions_are_listed_newest_first_as_reports() {
        JobId polled = hexagon.startAndPoll();
        JobId queued = hexagon.start().jobId();
        PageRequest page = PageRequest.first();

        assertThat(hexagon.pipeline.jobs(ACCOUNT, Optional.empty(), page).items())
                .extracting(JobReport::id)
                .containsExactly(queued, polled);
        assertThat(hexagon.pipeline
                        .jobs(ACCOUNT, Optional.of(JobStatus.Dispatched), page)
                        .items())
                .containsExactly(hexagon.pipeline.job(ACCOUNT, polled));
        assertThat(hexagon.pipeline.actionExecutions(ACCOUNT, page).items())
                .extracting(summary -> summary.id())
                .containsExactly(
                        hexagon.pipeline.job(ACCOUNT, queued).actionExecutionId(),
                        hexagon.pipeline.job(ACCOUNT, polled).actionExecutionId());
        assertThatThrownBy(() -> hexagon.pipeline.job(ACCOUNT, new JobId("unknown")))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    @Test
    void a_page_has_at_least_one_item_and_at_most_a_hundred() {
        assertThat(new PageRequest(100, Optional.empty()).maxResults()).isEqualTo(100);
        assertThatThrownBy(() -> new PageRequest(0, Optional.empty())).isInstanceOf(Refusal.Validation.class);
        assertThatThrownBy(() -> new PageRequest(101, Optional.empty())).isInstanceOf(Refusal.Validation.class);
    }
}
