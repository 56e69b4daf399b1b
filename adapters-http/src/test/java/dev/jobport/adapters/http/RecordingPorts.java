package dev.jobport.adapters.http;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All driving ports but the clock's: writes down what it is asked, and answers or throws what the test has put in. */
final class RecordingPorts
        implements ThirdPartyJobWorkers, CustomJobWorkers, ActionTypes, Pipelines, Operators, Monitoring {

    private final List<List<Object>> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Caller> callers = Collections.synchronizedList(new ArrayList<>());
    private final List<Account> accounts = Collections.synchronizedList(new ArrayList<>());
    private volatile Supplier<?> answer = () -> null;
    private volatile Function<List<Object>, Object> answerEach;

    DrivingPorts drivingPorts() {
        return new DrivingPorts(this, this, this, this, this, this);
    }

    void answer(Object value) {
        answer = () -> value;
    }

    void answer(Supplier<?> supplier) {
        answer = supplier;
    }

    /** Answers each call by what it asks, and writes none down: for runs of very many. */
    void answerEach(Function<List<Object>, Object> byCall) {
        answerEach = byCall;
    }

    void fail(Throwable failure) {
        answer = () -> {
            throw RecordingPorts.<RuntimeException>unchecked(failure);
        };
    }

    @SuppressWarnings("unchecked") // lets an Error and an exception pass alike
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    void reset() {
        calls.clear();
        callers.clear();
        accounts.clear();
        answer = () -> null;
    }

    /** The name of each method that was called, and its arguments. */
    List<List<Object>> calls() {
        return List.copyOf(calls);
    }

    /** Who made each of the calls that job workers make. */
    List<Caller> callers() {
        return List.copyOf(callers);
    }

    /** For which account each of the calls was made that pipelines and operators make. */
    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    @SuppressWarnings("unchecked") // a wrong type is the test's mistake and shows
    private <T> T called(Object... nameAndArguments) {
        if (answerEach != null) {
            return (T) answerEach.apply(List.of(nameAndArguments));
        }
        calls.add(List.of(nameAndArguments));
        return (T) answer.get();
    }

    private <T> T calledBy(Caller caller, Object... nameAndArguments) {
        callers.add(caller);
        return called(nameAndArguments);
    }

    private <T> T calledFor(Account account, Object... nameAndArguments) {
        accounts.add(account);
        return called(nameAndArguments);
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId actionTypeId, int maxBatchSize) {
        return calledBy(caller, "pollForThirdPartyJobs", actionTypeId, maxBatchSize);
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken) {
        return calledBy(caller, "getThirdPartyJobDetails", jobId, clientToken);
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken) {
        return calledBy(caller, "acknowledgeThirdPartyJob", jobId, nonce, clientToken);
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result) {
        calledBy(caller, "putThirdPartyJobSuccessResult", jobId, clientToken, result);
    }

    @Override
    public void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failureDetails) {
        calledBy(caller, "putThirdPartyJobFailureResult", jobId, clientToken, failureDetails);
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId actionTypeId, Map<String, String> queryParam, int maxBatchSize) {
        return calledBy(caller, "pollForJobs", actionTypeId, queryParam, maxBatchSize);
    }

    @Override
    public CustomJobDetails getJobDetails(Caller caller, JobId jobId) {
        return calledBy(caller, "getJobDetails", jobId);
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId jobId, Nonce nonce) {
        return calledBy(caller, "acknowledgeJob", jobId, nonce);
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId jobId, SuccessResult result) {
        calledBy(caller, "putJobSuccessResult", jobId, result);
    }

    @Override
    public void putJobFailureResult(Caller caller, JobId jobId, FailureDetails failureDetails) {
        calledBy(caller, "putJobFailureResult", jobId, failureDetails);
    }

    @Override
    public StartedAction startActionExecution(
            Account account, ActionTypeId actionTypeId, Optional<ClientId> clientId, ActionInput input) {
        return calledFor(account, "startActionExecution", actionTypeId, clientId, input);
    }

    @Override
    public ActionType createCustomActionType(
            Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        return calledBy(caller, "createCustomActionType", id, definition, tags);
    }

    @Override
    public void deleteCustomActionType(Caller caller, ActionTypeId id) {
        calledBy(caller, "deleteCustomActionType", id);
    }

    @Override
    public Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest page) {
        return calledBy(caller, "listActionTypes", owner, region, page);
    }

    @Override
    public ActionType getActionType(Caller caller, ActionTypeId id) {
        return calledBy(caller, "getActionType", id);
    }

    @Override
    public void updateActionType(Caller caller, ActionTypeDeclaration declaration) {
        calledBy(caller, "updateActionType", declaration);
    }

    @Override
    public void tagResource(Caller caller, ResourceArn resourceArn, Tags tags) {
        calledBy(caller, "tagResource", resourceArn, tags);
    }

    @Override
    public void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys) {
        calledBy(caller, "untagResource", resourceArn, tagKeys);
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page) {
        return calledBy(caller, "listTagsForResource", resourceArn, page);
    }

    @Override
    public ActionExecutionReport stopActionExecution(Account account, ActionExecutionId id) {
        return calledFor(account, "stopActionExecution", id);
    }

    @Override
    public ActionExecutionReport actionExecution(Account account, ActionExecutionId id) {
        return calledFor(account, "actionExecution", id);
    }

    @Override
    public CompletionStage<ActionExecutionReport> awaitActionExecution(
            Account account, ActionExecutionId id, Duration patience) {
        return calledFor(account, "awaitActionExecution", id, patience);
    }

    @Override
    public Page<ActionExecutionSummary> actionExecutions(Account account, PageRequest page) {
        return calledFor(account, "actionExecutions", page);
    }

    @Override
    public JobReport job(Account account, JobId id) {
        return calledFor(account, "job", id);
    }

    @Override
    public Page<JobReport> jobs(Account account, Optional<JobStatus> status, PageRequest page) {
        return calledFor(account, "jobs", status, page);
    }

    @Override
    public void putActionType(Account account, ActionType actionType) {
        calledFor(account, "putActionType", actionType);
    }

    @Override
    public void replaceActionType(Account account, ActionType actionType) {
        calledFor(account, "replaceActionType", actionType);
    }

    @Override
    public ActionType changeActionType(Account account, ActionTypeId id, UnaryOperator<ActionType> change) {
        return change.apply(calledFor(account, "changeActionType", id));
    }

    @Override
    public void deleteActionType(Account account, ActionTypeId id) {
        calledFor(account, "deleteActionType", id);
    }

    @Override
    public ActionType actionType(Account account, ActionTypeId id) {
        return calledFor(account, "actionType", id);
    }

    @Override
    public Page<ActionType> actionTypes(Account account, PageRequest page) {
        return calledFor(account, "actionTypes", page);
    }

    @Override
    public RegisteredClient registerClient(
            Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken) {
        return calledFor(account, "registerClient", clientId, clientToken);
    }

    @Override
    public RegisteredClient rotateClient(Account account, ClientId clientId, Optional<ClientToken> clientToken) {
        return calledFor(account, "rotateClient", clientId, clientToken);
    }

    @Override
    public void removeClient(Account account, ClientId clientId) {
        calledFor(account, "removeClient", clientId);
    }

    @Override
    public Page<ClientId> clients(Account account, PageRequest page) {
        return calledFor(account, "clients", page);
    }

    @Override
    public List<Backlog> backlog() {
        return called("backlog");
    }

    @Override
    public boolean isReady() {
        return !Boolean.FALSE.equals(called("isReady"));
    }
}
