package dev.jobport.adapters.wire;

import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.list;
import static dev.jobport.adapters.wire.json.Types.shown;
import static dev.jobport.adapters.wire.json.Types.shownMap;
import static dev.jobport.adapters.wire.json.Types.shownObject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionShapes;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.List;
import java.util.Map;

/** What job workers are told of jobs. */
final class JobShapes {

    private static final Type<JobId> JOB_ID = shown(JobId::value);
    private static final Type<ClientId> CLIENT_ID = shown(ClientId::value);
    private static final Type<Nonce> NONCE = shown(Nonce::value);
    private static final Type<ContinuationToken> CONTINUATION_TOKEN = shown(ContinuationToken::value);
    private static final Type<JobStatus> STATUS = constant(JobStatus.class);
    private static final Type<Map<String, String>> CONFIGURATION = shownMap();
    private static final Type<List<Artifact>> ARTIFACTS = list(ActionShapes.ARTIFACT);

    private static final Shape<Map<String, String>> ACTION_CONFIGURATION = Shape.answer("ActionConfiguration", form -> {
        form.required("configuration", CONFIGURATION, configuration -> configuration);
    });

    /** As pipelines give it, and the id that the server minted for the action. */
    private static final Type<JobData> PIPELINE_CONTEXT = shownObject(job -> {
        ObjectNode context = ActionShapes.PIPELINE_CONTEXT.write(job.input().pipelineContext());
        context.withObjectProperty("action")
                .put("actionExecutionId", job.actionExecutionId().value());
        return context;
    });

    private static final Shape<AwsSessionCredentials> CREDENTIALS = Shape.answer("AWSSessionCredentials", form -> {
        form.required("accessKeyId", Types.TEXT, AwsSessionCredentials::accessKeyId);
        form.required("secretAccessKey", Types.TEXT, AwsSessionCredentials::secretAccessKey);
        form.required("sessionToken", Types.TEXT, AwsSessionCredentials::sessionToken);
    });

    private static final Shape<JobData> DATA = Shape.answer("JobData", form -> {
        form.required("actionTypeId", ActionTypeShapes.ID, JobData::actionTypeId);
        form.required(
                "actionConfiguration", ACTION_CONFIGURATION, job -> job.input().configuration());
        form.required("pipelineContext", PIPELINE_CONTEXT, job -> job);
        form.required("inputArtifacts", ARTIFACTS, job -> job.input().inputArtifacts());
        form.required("outputArtifacts", ARTIFACTS, job -> job.input().outputArtifacts());
        form.optional("artifactCredentials", CREDENTIALS, JobData::artifactCredentials);
        form.optional("continuationToken", CONTINUATION_TOKEN, JobData::continuationToken);
        form.optional(
                "encryptionKey", ActionShapes.ENCRYPTION_KEY, job -> job.input().encryptionKey());
    });

    private static final Shape<ThirdPartyJob> THIRD_PARTY_JOB = Shape.answer("ThirdPartyJob", form -> {
        form.required("clientId", CLIENT_ID, ThirdPartyJob::clientId);
        form.required("jobId", JOB_ID, ThirdPartyJob::jobId);
    });

    private static final Shape<CustomJob> CUSTOM_JOB = Shape.answer("Job", form -> {
        form.required("id", JOB_ID, CustomJob::id);
        form.required("data", DATA, CustomJob::data);
        form.required("nonce", NONCE, CustomJob::nonce);
        form.required("accountId", Types.TEXT, CustomJob::accountId);
    });

    private static final Shape<ThirdPartyJobDetails> THIRD_PARTY_DETAILS =
            Shape.answer("ThirdPartyJobDetails", form -> {
                form.required("id", JOB_ID, ThirdPartyJobDetails::id);
                form.required("data", DATA, ThirdPartyJobDetails::data);
                form.optional("nonce", NONCE, ThirdPartyJobDetails::nonce);
            });

    private static final Shape<CustomJobDetails> CUSTOM_DETAILS = Shape.answer("JobDetails", form -> {
        form.required("id", JOB_ID, CustomJobDetails::id);
        form.required("data", DATA, CustomJobDetails::data);
        form.required("accountId", Types.TEXT, CustomJobDetails::accountId);
    });

    static final Shape<List<ThirdPartyJob>> POLLED_THIRD_PARTY = Shape.only("jobs", list(THIRD_PARTY_JOB));
    static final Shape<List<CustomJob>> POLLED = Shape.only("jobs", list(CUSTOM_JOB));
    static final Shape<ThirdPartyJobDetails> THIRD_PARTY_JOB_DETAILS = Shape.only("jobDetails", THIRD_PARTY_DETAILS);
    static final Shape<CustomJobDetails> JOB_DETAILS = Shape.only("jobDetails", CUSTOM_DETAILS);
    static final Shape<JobStatus> ACKNOWLEDGED = Shape.only("status", STATUS);

    private JobShapes() {}
}
