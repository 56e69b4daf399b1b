package dev.jobport.contracts.worker;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypePattern;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;

/**
 * What the job worker contracts stand on: the ports of a server, and its time. Each test makes a {@link Worker} of its
 * own, so one server may serve them all.
 */
public interface JobWorkerWorld {

    /** Long enough for a few requests to be made meanwhile, where time does not stand still between them. */
    Duration MOMENT = Duration.ofSeconds(2);

    /** With this begins whatever a test names, so that it can be told from what others have made. */
    String NAMED = "jobport-clause-";

    ActionTypePattern STRANGERS = ActionTypePattern.parse("*/Test/Strangers/1");

    /** What job workers of the server under test get for artifacts. */
    AwsSessionCredentials CREDENTIALS = new AwsSessionCredentials("ASIA-access", "secret-key", "session-token");

    /**
     * Checks the text of a refusal. Another server may word it otherwise, because programs read only the error's name.
     *
     * @param text of which the whole message is, or a part
     */
    default void says(AbstractThrowableAssert<?, ?> refusal, String text) {
        refusal.hasMessageContaining(text);
    }

    /** The port under test, as a third-party job worker reaches it. */
    ThirdPartyJobWorkers thirdParty();

    /** The port under test, as a custom job worker reaches it. */
    CustomJobWorkers custom();

    /** Who may touch jobs of every action type. */
    Caller caller();

    /** Whose pipelines, action types and clients these are: the callers'. */
    default Account account() {
        return caller().account();
    }

    /** Who may touch jobs of the action types of {@link #STRANGERS} only. */
    Caller stranger();

    /** Who may touch jobs of every action type too, but in another account, and in the same account of another region. */
    List<Caller> foreigners();

    /** The port under test, as those reach it who define action types. */
    ActionTypes actionTypes();

    /** Who may change action types. */
    Caller administrator();

    /** Who may touch jobs and change no action types. */
    default Caller mereWorker() {
        return caller();
    }

    /** The pipeline's side of the same server. */
    Pipelines pipeline();

    /** The operator's side of the same server. */
    Operators operator();

    /** What job workers get for the artifacts of {@link Samples#FULL_INPUT}. */
    default AwsSessionCredentials artifactCredentials() {
        return CREDENTIALS;
    }

    /**
     * Starts an action, which is a step on the way to something else. How a start is refused, only {@link #pipeline} tells.
     *
     * @param clientId whose action it is; for third-party actions, and for no others
     */
    default Started start(Account account, ActionTypeId type, Optional<ClientId> clientId, ActionInput input) {
        StartedAction names = pipeline().startActionExecution(account, type, clientId, input);
        return new Started() {
            @Override
            public ActionExecutionId actionExecutionId() {
                return names.actionExecutionId();
            }

            @Override
            public JobId jobId() {
                return names.jobId();
            }

            @Override
            public void stop() {
                pipeline().stopActionExecution(account, names.actionExecutionId());
            }
        };
    }

    /** The answer to a poll for a job that is due. A world in which an action takes time to start asks again. */
    default <T> List<T> due(Supplier<List<T>> poll) {
        return poll.get();
    }

    /** Whether {@link #pipeline} can be asked how jobs stand. Where it cannot, clauses that need no more go without. */
    default boolean showsJobs() {
        return true;
    }

    /** A name that no other test uses, short enough for all that has one: 35 characters. */
    static String newName() {
        return NAMED + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** Lets time pass for the server and lets its clock do what has become due. */
    void pass(Duration duration);

    /** A third-party job worker with an action type and a client that no other test uses. */
    default ThirdPartyWorker thirdPartyWorker(Timing timing) {
        return new ThirdPartyWorker(
                this,
                newActionType(ActionOwner.ThirdParty, timing, List.of()),
                operator().registerClient(account(), Optional.empty(), Optional.empty()));
    }

    /** A custom job worker with an action type that no other test uses. */
    default CustomWorker customWorker(Timing timing) {
        return customWorker(timing, List.of());
    }

    default CustomWorker customWorker(Timing timing, List<ConfigurationProperty> properties) {
        return new CustomWorker(this, newActionType(ActionOwner.Custom, timing, properties));
    }

    private ActionTypeId newActionType(ActionOwner owner, Timing timing, List<ConfigurationProperty> properties) {
        ActionTypeId type = new ActionTypeId(ActionCategory.Test, owner, newName(), "1");
        operator().putActionType(account(), new ActionType(type, ActionTypeDefinition.of(properties), timing));
        return type;
    }
}
