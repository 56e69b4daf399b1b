package example.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeThirdPartyJobRequest;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeThirdPartyJobResponse;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.GetThirdPartyJobDetailsRequest;
import software.amazon.awssdk.services.codepipeline.model.GetThirdPartyJobDetailsResponse;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PollForThirdPartyJobsRequest;
import software.amazon.awssdk.services.codepipeline.model.PollForThirdPartyJobsResponse;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobFailureResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobFailureResultResponse;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobSuccessResultResponse;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;

/** A CodePipeline with one job to tell of, which writes down what it is asked. */
final class FakeCodePipeline implements CodePipelineClient {

    static final String CLIENT_ID = "5b3cb1ed-9a5d-4c34-9a1c-52f5b2f1a6d1";
    static final String CLIENT_TOKEN = "a-well-kept-secret";
    static final String NONCE = "7";

    final List<Object> requests = new CopyOnWriteArrayList<>();
    final Deque<List<String>> polls = new ArrayDeque<>();
    Map<String, String> configuration = Map.of();
    String continuationToken;
    JobStatus acknowledgedAs = JobStatus.IN_PROGRESS;
    RuntimeException atPoll;
    RuntimeException atDetails;
    RuntimeException atAcknowledge;
    RuntimeException atResult;

    static RuntimeException refusal(CodePipelineException.Builder error, String code) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
        return error.awsErrorDetails(details).build();
    }

    /** The only request of its kind. */
    <T> T the(Class<T> kind) {
        List<T> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + ", but there were " + requests);
        }
        return found.get(0);
    }

    <T> List<T> all(Class<T> kind) {
        return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void receive(Object request, RuntimeException failure) {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public PollForThirdPartyJobsResponse pollForThirdPartyJobs(PollForThirdPartyJobsRequest request) {
        receive(request, atPoll);
        List<String> ids = polls.isEmpty() ? List.of() : polls.pop();
        return PollForThirdPartyJobsResponse.builder()
                .jobs(ids.stream().map(FakeCodePipeline::job).toList())
                .build();
    }

    static ThirdPartyJob job(String id) {
        return ThirdPartyJob.builder().jobId(id).clientId(CLIENT_ID).build();
    }

    @Override
    public GetThirdPartyJobDetailsResponse getThirdPartyJobDetails(GetThirdPartyJobDetailsRequest request) {
        receive(request, atDetails);
        return GetThirdPartyJobDetailsResponse.builder()
                .jobDetails(details -> details.id(request.jobId())
                        .nonce(NONCE)
                        .data(data -> data.continuationToken(continuationToken)
                                .actionConfiguration(action -> action.configuration(configuration))))
                .build();
    }

    @Override
    public AcknowledgeThirdPartyJobResponse acknowledgeThirdPartyJob(AcknowledgeThirdPartyJobRequest request) {
        receive(request, atAcknowledge);
        return AcknowledgeThirdPartyJobResponse.builder().status(acknowledgedAs).build();
    }

    @Override
    public PutThirdPartyJobSuccessResultResponse putThirdPartyJobSuccessResult(
            PutThirdPartyJobSuccessResultRequest request) {
        receive(request, atResult);
        return PutThirdPartyJobSuccessResultResponse.builder().build();
    }

    @Override
    public PutThirdPartyJobFailureResultResponse putThirdPartyJobFailureResult(
            PutThirdPartyJobFailureResultRequest request) {
        receive(request, atResult);
        return PutThirdPartyJobFailureResultResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
