package dev.jobport.application.usecase;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No account takes more than its share, and what it has given up it may have again. */
class QuotasTest {

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();
    private final Quotas quotas = new Quotas(2, 2, 2);
    private final OperatorUseCases operator =
            new OperatorUseCases(hexagon.store, hexagon, new Pulse(hexagon::now), quotas);
    private final OutcomeWatch watch = new OutcomeWatch();
    private final PipelineUseCases pipeline =
            new PipelineUseCases(hexagon.store, hexagon, hexagon::now, watch, watch, quotas);

    private static ActionTypeId type(int number) {
        return new ActionTypeId(ActionCategory.Test, ActionOwner.Custom, "Own", "" + number);
    }

    private void put(int number) {
        operator.putActionType(OTHER_ACCOUNT, new ActionType(type(number), Timing.defaultsFor(ActionOwner.Custom)));
    }

    private StartedAction start(Account account) {
        return pipeline.startActionExecution(account, type(1), Optional.empty(), BARE_INPUT);
    }

    @Test
    void an_account_has_no_more_clients_than_it_may() {
        var first = operator.registerClient(OTHER_ACCOUNT, Optional.empty(), Optional.empty());
        operator.registerClient(OTHER_ACCOUNT, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> operator.registerClient(OTHER_ACCOUNT, Optional.empty(), Optional.empty()))
                .isInstanceOf(Refusal.LimitExceeded.class)
                .hasMessage("There are 2 clients, and there may be no more; delete one first.");
        assertThatCode(() -> operator.registerClient(OTHER_REGION, Optional.empty(), Optional.empty()))
                .doesNotThrowAnyException();
        operator.rotateClient(OTHER_ACCOUNT, first.clientId(), Optional.empty());
        operator.removeClient(OTHER_ACCOUNT, first.clientId());
        operator.registerClient(OTHER_ACCOUNT, Optional.empty(), Optional.empty());
        assertThat(operator.clients(OTHER_ACCOUNT, PageRequest.first()).items()).hasSize(2);
    }

    @Test
    void an_account_has_no_more_action_types_than_it_may_and_may_change_those_it_has() {
        put(1);
        put(2);

        assertThatThrownBy(() -> put(3))
                .isInstanceOf(Refusal.LimitExceeded.class)
                .hasMessage("There are 2 action types of this owner, and there may be no more; delete one first.");
        assertThatCode(() -> put(2)).doesNotThrowAnyException();
        assertThat(operator.actionTypes(OTHER_ACCOUNT, PageRequest.first()).items())
                .hasSize(2);
    }

    @Test
    void an_account_has_no_more_actions_under_way_than_it_may() {
        put(1);
        operator.putActionType(OTHER_REGION, new ActionType(type(1), Timing.defaultsFor(ActionOwner.Custom)));
        start(OTHER_ACCOUNT);
        StartedAction second = start(OTHER_ACCOUNT);
        int minted = hexagon.minted();

        assertThatThrownBy(() -> start(OTHER_ACCOUNT))
                .isInstanceOf(Refusal.LimitExceeded.class)
                .hasMessage(
                        "There are 2 actions under way, and there may be no more; let some end first, or stop them.");
        assertThat(hexagon.minted()).isEqualTo(minted);
        assertThatCode(() -> start(OTHER_REGION)).doesNotThrowAnyException();

        pipeline.stopActionExecution(OTHER_ACCOUNT, second.actionExecutionId());
        hexagon.pass(Duration.ofSeconds(1));
        assertThatCode(() -> start(OTHER_ACCOUNT)).doesNotThrowAnyException();
        hexagon.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> start(OTHER_ACCOUNT)).isInstanceOf(Refusal.LimitExceeded.class);
    }

    @Test
    void what_another_server_starts_counts_too_some_seconds_later() {
        put(1);
        start(OTHER_ACCOUNT);
        new PipelineUseCases(hexagon.store, hexagon, hexagon::now, watch, watch)
                .startActionExecution(OTHER_ACCOUNT, type(1), Optional.empty(), BARE_INPUT);

        hexagon.pass(Duration.ofSeconds(10));

        assertThatThrownBy(() -> start(OTHER_ACCOUNT)).isInstanceOf(Refusal.LimitExceeded.class);
    }

    @Test
    void a_start_does_not_count_again_what_was_counted_a_moment_ago() {
        put(1);
        start(OTHER_ACCOUNT);
        int counted = hexagon.store.counts;
        start(OTHER_ACCOUNT);

        assertThat(hexagon.store.counts).isEqualTo(counted);
    }
}
