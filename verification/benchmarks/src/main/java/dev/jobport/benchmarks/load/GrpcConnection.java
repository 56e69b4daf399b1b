package dev.jobport.benchmarks.load;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc.CustomJobWorkersStub;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeThirdPartyJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForThirdPartyJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc.ThirdPartyJobWorkersStub;
import dev.jobport.adapters.grpc.generated.Wire.ActionCategory;
import dev.jobport.adapters.grpc.generated.Wire.ActionOwner;
import dev.jobport.adapters.grpc.generated.Wire.ActionTypeId;
import dev.jobport.adapters.grpc.generated.Wire.ExecutionDetails;
import dev.jobport.adapters.grpc.generated.Wire.JobStatus;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/** A connection over which a worker's cycles go through the generated client, one call at a time. */
final class GrpcConnection {

    private static final ExecutionDetails DETAILS = ExecutionDetails.newBuilder()
            .setSummary("All 128 tests passed")
            .setExternalExecutionId("run-4711")
            .setPercentComplete(100)
            .build();

    private final Cycle cycle;
    private final Family family;
    private final boolean empty;
    private final Runnable end;
    private final ThirdPartyJobWorkersStub thirdParty;
    private final CustomJobWorkersStub custom;
    private final ActionTypeId actionType;

    /** @param end is told when there is nothing more to say */
    GrpcConnection(ManagedChannel channel, Cycle cycle, Target target, Runnable end) {
        this.cycle = cycle;
        this.family = target.family();
        this.empty = target.isEmpty();
        this.end = end;
        this.thirdParty = ThirdPartyJobWorkersGrpc.newStub(channel);
        this.custom = CustomJobWorkersGrpc.newStub(channel);
        this.actionType = ActionTypeId.newBuilder()
                .setCategory(ActionCategory.ACTION_CATEGORY_TEST)
                .setOwner(
                        family == Family.Custom
                                ? ActionOwner.ACTION_OWNER_CUSTOM
                                : ActionOwner.ACTION_OWNER_THIRD_PARTY)
                .setProvider("Load")
                .setVersion("1")
                .build();
    }

    void speak() {
        if (!cycle.goesOn()) {
            end.run();
        } else if (family == Family.Custom) {
            custom(cycle.jobId());
        } else {
            thirdParty(cycle.jobId());
        }
    }

    private void custom(String jobId) {
        switch (cycle.call()) {
            case Poll ->
                custom.pollForJobs(
                        PollForJobsRequest.newBuilder()
                                .setActionTypeId(actionType)
                                .setMaxBatchSize(1)
                                .build(),
                        answer(told -> told.getJobsList().stream()
                                .map(job -> text("id", job.getId()) + text("nonce", job.getNonce()))
                                .findFirst()
                                .orElse("")));
            case Details ->
                custom.getJobDetails(
                        GetJobDetailsRequest.newBuilder().setJobId(jobId).build(),
                        answer(told -> text("id", told.getId())));
            case Acknowledge ->
                custom.acknowledgeJob(
                        AcknowledgeJobRequest.newBuilder()
                                .setJobId(jobId)
                                .setNonce(cycle.nonce())
                                .build(),
                        answer(told -> status(told.getStatus())));
            case Success ->
                custom.putJobSuccessResult(
                        PutJobSuccessResultRequest.newBuilder()
                                .setJobId(jobId)
                                .setExecutionDetails(DETAILS)
                                .build(),
                        answer(told -> ""));
        }
    }

    private void thirdParty(String jobId) {
        switch (cycle.call()) {
            case Poll ->
                thirdParty.pollForThirdPartyJobs(
                        PollForThirdPartyJobsRequest.newBuilder()
                                .setActionTypeId(actionType)
                                .setMaxBatchSize(1)
                                .build(),
                        answer(told -> told.getJobsList().stream()
                                .map(job -> text("clientId", job.getClientId()) + text("jobId", job.getJobId()))
                                .findFirst()
                                .orElse("")));
            case Details ->
                thirdParty.getThirdPartyJobDetails(
                        GetThirdPartyJobDetailsRequest.newBuilder()
                                .setJobId(jobId)
                                .setClientToken(Target.CLIENT_TOKEN)
                                .build(),
                        answer(told -> text("id", told.getJobId()) + text("nonce", told.getNonce())));
            case Acknowledge ->
                thirdParty.acknowledgeThirdPartyJob(
                        AcknowledgeThirdPartyJobRequest.newBuilder()
                                .setJobId(jobId)
                                .setNonce(cycle.nonce())
                                .setClientToken(Target.CLIENT_TOKEN)
                                .build(),
                        answer(told -> status(told.getStatus())));
            case Success ->
                thirdParty.putThirdPartyJobSuccessResult(
                        PutThirdPartyJobSuccessResultRequest.newBuilder()
                                .setJobId(jobId)
                                .setClientToken(Target.CLIENT_TOKEN)
                                .setExecutionDetails(DETAILS)
                                .build(),
                        answer(told -> ""));
        }
    }

    /** What a cycle looks for, as it would stand in an HTTP answer. */
    private static String text(String member, String value) {
        return '"' + member + "\":\"" + value + "\",";
    }

    private static String status(JobStatus status) {
        return text("status", status == JobStatus.JOB_STATUS_IN_PROGRESS ? "InProgress" : status.name());
    }

    private <A> StreamObserver<A> answer(Function<A, String> telling) {
        long sentAt = System.nanoTime();
        return new StreamObserver<>() {

            private String body;

            @Override
            public void onNext(A told) {
                body = empty ? "" : telling.apply(told);
            }

            @Override
            public void onError(Throwable failure) {
                answered(new Answer(500, failure.toString()));
            }

            @Override
            public void onCompleted() {
                answered(new Answer(200, body));
            }

            private void answered(Answer answer) {
                cycle.answered(answer, System.nanoTime() - sentAt);
                speak();
            }
        };
    }
}
