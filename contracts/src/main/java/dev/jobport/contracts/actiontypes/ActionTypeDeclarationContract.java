package dev.jobport.contracts.actiontypes;

import static dev.jobport.contracts.fixtures.Samples.DECLARATION;
import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.TAGS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How its provider declares a third-party action type, and what of it those see who use it. */
public interface ActionTypeDeclarationContract extends ActionTypeWorld {

    ConfigurationProperty PROJECT_ONLY = new ConfigurationProperty(
            "Project", true, true, false, false, Optional.of("x".repeat(250)), ConfigurationProperty.Type.String);

    ActionTypeDefinition DECLARED = new ActionTypeDefinition(
            DEFINITION.settings(), List.of(PROJECT_ONLY), new ArtifactDetails(0, 10), new ArtifactDetails(2, 3));

    private ActionTypeId partners(ActionTypeDefinition definition) {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.ThirdParty);
        operator()
                .putActionType(
                        account(), new ActionType(id, definition, TIMING, ProviderDeclaration.NONE, TAGS, false));
        return id;
    }

    private void update(ActionTypeId id, ExecutorType executor, Optional<Duration> jobTimeout) {
        actionTypes()
                .updateActionType(
                        administrator(), new ActionTypeDeclaration(id, DECLARED, executor, jobTimeout, DECLARATION));
    }

    @Test
    @Clause(id = "DECLARE-1", source = Source.DOC, where = "API UpdateActionType, GetActionType")
    default void an_action_type_is_shown_as_its_provider_declared_it() {
        ActionTypeId id = partners(ActionTypeDefinition.DEFAULT);

        update(id, ExecutorType.JobWorker, Optional.of(Duration.ofSeconds(77)));

        ActionType shown = actionTypes().getActionType(caller(), id);
        assertThat(shown.id()).isEqualTo(id);
        assertThat(shown.definition()).isEqualTo(DECLARED);
        assertThat(shown.declaration()).isEqualTo(DECLARATION);
        assertThat(shown.timing().jobTimeout()).isEqualTo(Duration.ofSeconds(77));
    }

    @Test
    @Clause(id = "DECLARE-2", source = Source.OURS, where = "decision 25")
    default void what_a_declaration_leaves_out_takes_its_default() {
        ActionTypeId id = partners(DECLARED);
        update(id, ExecutorType.JobWorker, Optional.of(Duration.ofSeconds(77)));

        actionTypes()
                .updateActionType(
                        administrator(),
                        new ActionTypeDeclaration(
                                id,
                                ActionTypeDefinition.DEFAULT,
                                ExecutorType.JobWorker,
                                Optional.empty(),
                                ProviderDeclaration.NONE));

        ActionType shown = actionTypes().getActionType(caller(), id);
        assertThat(shown.definition()).isEqualTo(ActionTypeDefinition.DEFAULT);
        assertThat(shown.declaration()).isEqualTo(ProviderDeclaration.NONE);
        assertThat(shown.timing().jobTimeout()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    @Clause(id = "DECLARE-3", source = Source.OURS, where = "decision 25")
    default void what_a_declaration_does_not_know_of_stays() {
        ConfigurationProperty number = new ConfigurationProperty(
                "Project", false, false, false, false, Optional.empty(), ConfigurationProperty.Type.Number);
        ActionTypeId id = partners(ActionTypeDefinition.of(List.of(number)));

        update(id, ExecutorType.JobWorker, Optional.empty());

        ActionType now = operator().actionType(account(), id);
        assertThat(now.tags()).isEqualTo(TAGS);
        assertThat(now.timing().dispatchLease()).isEqualTo(TIMING.dispatchLease());
        assertThat(now.definition().configurationProperties())
                .extracting(ConfigurationProperty::type)
                .containsExactly(ConfigurationProperty.Type.Number);
    }

    @Test
    @Clause(id = "DECLARE-4", source = Source.DOC, where = "API ActionTypeExecutor, jobTimeout")
    default void a_job_runs_into_the_timeout_that_was_declared() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        actionTypes()
                .updateActionType(
                        administrator(),
                        new ActionTypeDeclaration(
                                worker.actionType(),
                                ActionTypeDefinition.DEFAULT,
                                ExecutorType.JobWorker,
                                Optional.of(Duration.ofSeconds(61)),
                                ProviderDeclaration.NONE));
        worker.start();
        var job = worker.take();

        pass(Duration.ofSeconds(61));

        assertThat(worker.status(job).isTerminal()).isTrue();
    }

    @Test
    @Clause(id = "DECLARE-5", source = Source.DOC, where = "API GetActionType, ActionTypeNotFoundException")
    default void what_nobody_registered_cannot_be_shown_or_updated() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.ThirdParty);

        assertThatThrownBy(() -> actionTypes().getActionType(caller(), id))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> update(id, ExecutorType.JobWorker, Optional.empty()))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
    }

    @Test
    @Clause(id = "DECLARE-6", source = Source.DOC, where = "API GetActionType, ActionTypeNotFoundException")
    default void what_the_operator_deleted_cannot_be_shown_or_updated() {
        ActionTypeId id = partners(ActionTypeDefinition.DEFAULT);
        operator().deleteActionType(account(), id);

        assertThatThrownBy(() -> actionTypes().getActionType(caller(), id))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> update(id, ExecutorType.JobWorker, Optional.empty()))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
    }

    @Test
    @Clause(id = "DECLARE-7", source = Source.OURS, where = "decision 25: AWS runs functions too")
    default void nothing_but_job_workers_carries_out_actions() {
        ActionTypeId id = partners(ActionTypeDefinition.DEFAULT);

        assertThatThrownBy(() -> update(id, ExecutorType.Lambda, Optional.empty()))
                .isInstanceOf(Refusal.RequestFailed.class);
        assertThat(operator().actionType(account(), id).definition()).isEqualTo(ActionTypeDefinition.DEFAULT);
    }

    @Test
    @Clause(id = "DECLARE-8", source = Source.DOC, where = "User Guide, permissions: UpdateActionType")
    default void whoever_only_works_on_jobs_cannot_declare_anything() {
        ActionTypeId id = partners(ActionTypeDefinition.DEFAULT);

        assertThatThrownBy(() -> actionTypes()
                        .updateActionType(
                                mereWorker(),
                                new ActionTypeDeclaration(
                                        id, DECLARED, ExecutorType.JobWorker, Optional.empty(), DECLARATION)))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThatThrownBy(() -> actionTypes().getActionType(stranger(), id)).isInstanceOf(Refusal.AccessDenied.class);
        assertThat(operator().actionType(account(), id).definition()).isEqualTo(ActionTypeDefinition.DEFAULT);
    }
}
