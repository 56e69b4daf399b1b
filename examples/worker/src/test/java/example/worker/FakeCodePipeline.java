package example.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeJobRequest;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeJobResponse;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeThirdPartyJobRequest;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeThirdPartyJobResponse;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.GetThirdPartyJobDetailsRequest;
import software.amazon.awssdk.services.codepipeline.model.GetThirdPartyJobDetailsResponse;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PollForJobsRequest;
import software.amazon.awssdk.services.codepipeline.model.PollForJobsResponse;
import software.amazon.awssdk.services.codepipeline.model.PollForThirdPartyJobsRequest;
import software.amazon.awssdk.services.codepipeline.model.PollForThirdPartyJobsResponse;
import software.amazon.awssdk.services.codepipeline.model.PutJobFailureResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutJobFailureResultResponse;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultResponse;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobFailureResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobFailureResultResponse;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobSuccessResultResponse;

/** A CodePipeline with one job of each family to tell of, which writes down what it is asked. */
final class FakeCodePipeline implements CodePipelineClient {

    static final String CLIENT_ID = "5b3cb1ed-9a5d-4c34-9a1c-52f5b2f1a6d1";
    static final Map<String, String> CONFIGURATION = Map.of("steps", "4");

    final List<Object> requests = new ArrayList<>();

    static ActionTypeId type(String owner) {
        return ActionTypeId.builder()
                .owner(owner)
                .category("Test")
                .provider("Acme")
                .version("1")
                .build();
    }

    @Override
    public PollForThirdPartyJobsResponse pollForThirdPartyJobs(PollForThirdPartyJobsRequest request) {
        requests.add(request);
        return PollForThirdPartyJobsResponse.builder()
                .jobs(job -> job.jobId("job-1").clientId(CLIENT_ID))
                .build();
    }

    @Override
    public GetThirdPartyJobDetailsResponse getThirdPartyJobDetails(GetThirdPartyJobDetailsRequest request) {
        requests.add(request);
        return GetThirdPartyJobDetailsResponse.builder()
                .jobDetails(details -> details.id(request.jobId())
                        .nonce("7")
                        .data(data -> data.continuationToken("run-1/2")
                                .actionConfiguration(action -> action.configuration(CONFIGURATION))))
                .build();
    }

    @Override
    public AcknowledgeThirdPartyJobResponse acknowledgeThirdPartyJob(AcknowledgeThirdPartyJobRequest request) {
        requests.add(request);
        return AcknowledgeThirdPartyJobResponse.builder()
                .status(JobStatus.IN_PROGRESS)
                .build();
    }

    @Override
    public PutThirdPartyJobSuccessResultResponse putThirdPartyJobSuccessResult(
            PutThirdPartyJobSuccessResultRequest request) {
        requests.add(request);
        return PutThirdPartyJobSuccessResultResponse.builder().build();
    }

    @Override
    public PutThirdPartyJobFailureResultResponse putThirdPartyJobFailureResult(
            PutThirdPartyJobFailureResultRequest request) {
        requests.add(request);
        return PutThirdPartyJobFailureResultResponse.builder().build();
    }

    @Override
    public PollForJobsResponse pollForJobs(PollForJobsRequest request) {
        requests.add(request);
        return PollForJobsResponse.builder()
                .jobs(job -> job.id("job-1")
                        .nonce("7")
                        .accountId("111122223333")
                        .data(data -> data.continuationToken("run-1/2")
                                .actionConfiguration(action -> action.configuration(CONFIGURATION))))
                .build();
    }

    @Override
    public AcknowledgeJobResponse acknowledgeJob(AcknowledgeJobRequest request) {
        requests.add(request);
        return AcknowledgeJobResponse.builder().status(JobStatus.IN_PROGRESS).build();
    }

    @Override
    public PutJobSuccessResultResponse putJobSuccessResult(PutJobSuccessResultRequest request) {
        requests.add(request);
        return PutJobSuccessResultResponse.builder().build();
    }

    @Override
    public PutJobFailureResultResponse putJobFailureResult(PutJobFailureResultRequest request) {
        requests.add(request);
        return PutJobFailureResultResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
