package dev.jobport.contracts.actiontypes;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TAGS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.contracts.store.StoreUnderTest;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.job.JobStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Custom action types come and go: what is in a tombstone's place, how many there may be, and who wins. */
public interface CustomActionTypeContract extends ActionTypeWorld {

    @Test
    @Clause(id = "TYPE-1", source = Source.DOC, where = "API CreateCustomActionType")
    default void a_custom_action_type_is_made_as_it_is_wanted() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.Custom);

        ActionType created = create(id, DEFINITION, TAGS);

        assertThat(created.id()).isEqualTo(id);
        assertThat(created.definition()).isEqualTo(DEFINITION);
        assertThat(created.tags()).isEqualTo(TAGS);
        assertThat(operator().actionType(account(), id).definition()).isEqualTo(DEFINITION);
        assertThat(operator().actionType(account(), id).tags()).isEqualTo(TAGS);
    }

    @Test
    @Clause(id = "TYPE-2", source = Source.MODEL, where = "optional members of CreateCustomActionType")
    default void what_it_is_not_given_it_does_not_have() {
        ActionTypeDefinition bare = new ActionTypeDefinition(
                ActionTypeSettings.NONE, List.of(), new ArtifactDetails(0, 0), new ArtifactDetails(0, 0));

        ActionType created = create(ActionTypeWorld.newId(ActionOwner.Custom), bare, Tags.NONE);

        assertThat(created.definition()).isEqualTo(bare);
        assertThat(created.tags()).isEqualTo(Tags.NONE);
    }

    @Test
    @Clause(id = "TYPE-3", source = Source.DOC, where = "User Guide, custom actions")
    default void its_actions_start_and_are_polled() {
        CustomWorker worker = new CustomWorker(this, create(ActionTypeDefinition.DEFAULT));
        var started = worker.start();

        assertThat(worker.take()).isEqualTo(started.jobId());
    }

    @Test
    @Clause(id = "TYPE-4", source = Source.DOC, where = "API ArtifactDetails")
    default void an_action_with_more_artifacts_than_its_type_takes_cannot_start() {
        CustomWorker worker = new CustomWorker(
                this,
                create(new ActionTypeDefinition(
                        ActionTypeSettings.NONE, List.of(), new ArtifactDetails(0, 1), new ArtifactDetails(1, 1))));

        for (ActionInput input : List.of(FULL_INPUT, BARE_INPUT)) {
            assertThatThrownBy(() ->
                            pipeline().startActionExecution(account(), worker.actionType(), Optional.empty(), input))
                    .isInstanceOf(Refusal.Validation.class);
        }
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(id = "TYPE-5", source = Source.OURS, where = "decision 25")
    default void to_make_the_same_again_changes_nothing() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.Custom);
        create(id, DEFINITION, TAGS);

        assertThat(create(id, DEFINITION, TAGS).definition()).isEqualTo(DEFINITION);
        assertThat(ids(ActionOwner.Custom)).containsOnlyOnce(id);
    }

    @Test
    @Clause(id = "TYPE-6", source = Source.DOC, where = "User Guide, custom actions: a version cannot be changed")
    default void another_one_under_the_same_version_is_refused() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.Custom);
        create(id, DEFINITION, TAGS);

        says(
                assertThatThrownBy(() -> create(id, ActionTypeDefinition.DEFAULT, TAGS))
                        .isInstanceOf(Refusal.Validation.class),
                "choose another version");
        assertThatThrownBy(() -> create(id, DEFINITION, Tags.NONE)).isInstanceOf(Refusal.Validation.class);
        assertThat(operator().actionType(account(), id).definition()).isEqualTo(DEFINITION);
        assertThat(operator().actionType(account(), id).tags()).isEqualTo(TAGS);
    }

    @Test
    @Clause(id = "TYPE-7", source = Source.OURS, where = "decision 25")
    default void of_several_that_make_one_at_once_one_succeeds() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.Custom);
        List<Callable<Optional<ActionType>>> makers = IntStream.range(0, 8)
                .<Callable<Optional<ActionType>>>mapToObj(i -> () -> StoreUnderTest.unlessRefused(
                        () -> create(id, ActionTypeDefinition.DEFAULT, new Tags(Map.of("maker", "" + i))),
                        Refusal.Validation.class))
                .toList();

        List<Tags> made = StoreUnderTest.atOnce(makers).stream()
                .flatMap(Optional::stream)
                .map(ActionType::tags)
                .toList();

        assertThat(made).containsExactly(operator().actionType(account(), id).tags());
    }

    @Test
    @Clause(id = "TYPE-8", source = Source.DOC, where = "API DeleteCustomActionType: PollForJobs fails")
    default void a_deleted_action_type_is_not_there_any_more() {
        ActionTypeId id = create(ActionTypeDefinition.DEFAULT);
        CustomWorker worker = new CustomWorker(this, id);
        worker.start();

        delete(id);

        assertThat(ids(ActionOwner.Custom)).doesNotContain(id);
        assertThatThrownBy(worker::poll).isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> pipeline().startActionExecution(account(), id, Optional.empty(), BARE_INPUT))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> operator().actionType(account(), id)).isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThat(everyPage(page -> operator().actionTypes(account(), page)))
                .extracting(ActionType::id)
                .doesNotContain(id);
    }

    @Test
    @Clause(id = "TYPE-9", source = Source.OURS, where = "decision 25")
    default void what_job_workers_have_of_a_deleted_action_type_goes_on() {
        CustomWorker worker = new CustomWorker(this, create(ActionTypeDefinition.DEFAULT));
        var taken = worker.start();
        worker.take();
        var polled = worker.start();
        worker.pollOne();

        delete(worker.actionType());

        worker.succeed(taken.jobId(), COMPLETE);
        worker.acknowledge(polled.jobId(), worker.nonce(polled.jobId()).orElseThrow());
        worker.fail(polled.jobId());
        worker.stands(taken.jobId(), JobStatus.Succeeded);
        worker.stands(polled.jobId(), JobStatus.Failed);
    }

    @Test
    @Clause(id = "TYPE-10", source = Source.OURS, where = "decision 25")
    default void to_delete_again_changes_nothing() {
        ActionTypeId id = create(ActionTypeDefinition.DEFAULT);
        delete(id);

        assertThatCode(() -> delete(id)).doesNotThrowAnyException();
    }

    @Test
    @Clause(id = "TYPE-11", source = Source.OURS, where = "decision 25")
    default void what_was_never_made_cannot_be_deleted() {
        assertThatThrownBy(() -> delete(ActionTypeWorld.newId(ActionOwner.Custom)))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    @Clause(
            id = "TYPE-12",
            source = Source.OURS,
            where = "decision 25 for the jobs; that it may come back is documented: API DeleteCustomActionType")
    default void a_deleted_action_type_comes_back_as_it_was_and_its_jobs_with_it() {
        ActionTypeId id = create(DEFINITION);
        var started = start(account(), id, Optional.empty(), configuredInput(Map.of("Apple", "shop")));
        delete(id);

        create(id, DEFINITION, TAGS);

        assertThat(operator().actionType(account(), id).tags()).isEqualTo(TAGS);
        assertThat(custom().pollForJobs(caller(), id, Map.of("Apple", "shop"), 1))
                .extracting(CustomJob::id)
                .containsExactly(started.jobId());
    }

    @Test
    @Clause(id = "TYPE-13", source = Source.DOC, where = "API DeleteCustomActionType")
    default void a_deleted_action_type_does_not_come_back_as_another_one() {
        ActionTypeId id = create(DEFINITION);
        delete(id);
        ActionTypeDefinition other = new ActionTypeDefinition(
                DEFINITION.settings(),
                DEFINITION.configurationProperties(),
                DEFINITION.inputArtifactDetails(),
                new ArtifactDetails(0, 2));

        says(
                assertThatThrownBy(() -> create(id, other, Tags.NONE)).isInstanceOf(Refusal.Validation.class),
                "was deleted");
        says(
                assertThatThrownBy(() -> operator().putActionType(account(), new ActionType(id, other, TIMING)))
                        .isInstanceOf(Refusal.Validation.class),
                "was deleted");
        assertThat(ids(ActionOwner.Custom)).doesNotContain(id);
    }

    @Test
    @Clause(id = "TYPE-14", source = Source.OURS, where = "decision 32; the number is documented: User Guide, quotas")
    default void there_may_be_so_many_and_deleted_ones_do_not_count() {
        int most = ActionTypes.MAX_CUSTOM_ACTION_TYPES;
        int others = ids(ActionOwner.Custom).size();
        List<ActionTypeId> all = IntStream.range(others, most)
                .mapToObj(i -> create(ActionTypeDefinition.DEFAULT))
                .toList();

        assertThatThrownBy(() -> create(ActionTypeDefinition.DEFAULT)).isInstanceOf(Refusal.LimitExceeded.class);
        assertThat(ids(ActionOwner.Custom)).hasSize(most);

        delete(all.get(0));
        create(ActionTypeDefinition.DEFAULT);
        assertThatThrownBy(() -> create(all.get(0), ActionTypeDefinition.DEFAULT, Tags.NONE))
                .isInstanceOf(Refusal.LimitExceeded.class);
    }

    @Test
    @Clause(id = "TYPE-15", source = Source.DOC, where = "User Guide, permissions: CreateCustomActionType")
    default void whoever_only_works_on_jobs_can_neither_make_nor_delete_action_types() {
        ActionTypeId id = create(ActionTypeDefinition.DEFAULT);
        ActionTypeId other = ActionTypeWorld.newId(ActionOwner.Custom);

        assertThatThrownBy(() -> actionTypes()
                        .createCustomActionType(mereWorker(), other, ActionTypeDefinition.DEFAULT, Tags.NONE))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThatThrownBy(() -> actionTypes().deleteCustomActionType(mereWorker(), id))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThat(ids(ActionOwner.Custom)).contains(id).doesNotContain(other);
    }
}
