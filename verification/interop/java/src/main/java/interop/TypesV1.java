package interop;

import static interop.SdkV1.actionType;
import static interop.SdkV1.refusal;
import static interop.SdkV1.step;

import com.amazonaws.services.codepipeline.AWSCodePipeline;
import com.amazonaws.services.codepipeline.model.ActionCategory;
import com.amazonaws.services.codepipeline.model.ActionOwner;
import com.amazonaws.services.codepipeline.model.ActionTypeArtifactDetails;
import com.amazonaws.services.codepipeline.model.ActionTypeDeclaration;
import com.amazonaws.services.codepipeline.model.ActionTypeExecutor;
import com.amazonaws.services.codepipeline.model.ActionTypeId;
import com.amazonaws.services.codepipeline.model.ActionTypeIdentifier;
import com.amazonaws.services.codepipeline.model.ArtifactDetails;
import com.amazonaws.services.codepipeline.model.CreateCustomActionTypeRequest;
import com.amazonaws.services.codepipeline.model.DeleteCustomActionTypeRequest;
import com.amazonaws.services.codepipeline.model.ExecutorConfiguration;
import com.amazonaws.services.codepipeline.model.ExecutorType;
import com.amazonaws.services.codepipeline.model.GetActionTypeRequest;
import com.amazonaws.services.codepipeline.model.JobWorkerExecutorConfiguration;
import com.amazonaws.services.codepipeline.model.LambdaExecutorConfiguration;
import com.amazonaws.services.codepipeline.model.ListActionTypesRequest;
import com.amazonaws.services.codepipeline.model.ListActionTypesResult;
import com.amazonaws.services.codepipeline.model.ListTagsForResourceRequest;
import com.amazonaws.services.codepipeline.model.Tag;
import com.amazonaws.services.codepipeline.model.TagResourceRequest;
import com.amazonaws.services.codepipeline.model.UntagResourceRequest;
import com.amazonaws.services.codepipeline.model.UpdateActionTypeRequest;
import java.util.stream.Collectors;

/** The chapter of action types as the AWS SDK for Java v1 tells it. */
final class TypesV1 {

    private static final String PROVIDER = System.getenv("PROVIDER");
    private static final String MADE = arn("Custom/Build/" + PROVIDER + "/made");

    private final AWSCodePipeline operator;

    private TypesV1(AWSCodePipeline operator) {
        this.operator = operator;
    }

    static void tell(AWSCodePipeline worker, AWSCodePipeline operator) {
        step("types", "worker-creates", refusal(() -> worker.createCustomActionType(made())));
        new TypesV1(operator).tell();
    }

    private void tell() {
        step(
                "types",
                "create",
                operator.createCustomActionType(made()).getActionType().getId().getOwner());
        step("types", "list", list());
        step("types", "tags", tags());
        step("types", "tag", refusal(() -> tag(MADE, "stage")));
        step(
                "types",
                "untag",
                refusal(() -> operator.untagResource(
                        new UntagResourceRequest().withResourceArn(MADE).withTagKeys("team"))));
        step("types", "tags-again", tags());
        ExecutorConfiguration jobWorker = new ExecutorConfiguration()
                .withJobWorkerExecutorConfiguration(
                        new JobWorkerExecutorConfiguration().withPollingServicePrincipals("worker.example.com"));
        step("types", "update", refusal(() -> update(ExecutorType.JobWorker, jobWorker)));
        ActionTypeId told = actionType("types");
        step(
                "types",
                "get",
                operator.getActionType(new GetActionTypeRequest()
                                .withCategory(told.getCategory())
                                .withOwner(told.getOwner())
                                .withProvider(told.getProvider())
                                .withVersion(told.getVersion()))
                        .getActionType()
                        .getDescription());
        ExecutorConfiguration function = new ExecutorConfiguration()
                .withLambdaExecutorConfiguration(new LambdaExecutorConfiguration()
                        .withLambdaFunctionArn("arn:aws:lambda:us-east-1:000000000000:function:f"));
        step("types", "lambda", refusal(() -> update(ExecutorType.Lambda, function)));
        step(
                "types",
                "bad-token",
                refusal(() -> operator.listActionTypes(new ListActionTypesRequest().withNextToken("nonsense"))));
        step("types", "reserved-tag", refusal(() -> tag(MADE, "aws:stage")));
        step("types", "unknown-arn", refusal(() -> tag(arn("Custom/Build/" + PROVIDER + "/none"), "stage")));
        step("types", "malformed-arn", refusal(() -> tag(arn("nothing"), "stage")));
        step(
                "types",
                "delete",
                refusal(() -> operator.deleteCustomActionType(new DeleteCustomActionTypeRequest()
                        .withCategory(ActionCategory.Build)
                        .withProvider(PROVIDER)
                        .withVersion("made"))));
        step(
                "types",
                "unknown-type",
                refusal(() -> operator.getActionType(new GetActionTypeRequest()
                        .withCategory(ActionCategory.Build)
                        .withOwner("ThirdParty")
                        .withProvider(PROVIDER)
                        .withVersion("made"))));
    }

    private long list() {
        ListActionTypesRequest request = new ListActionTypesRequest().withActionOwnerFilter(ActionOwner.Custom);
        long found = 0;
        do {
            ListActionTypesResult page = operator.listActionTypes(request);
            found += page.getActionTypes().stream()
                    .filter(type -> isMade(type.getId()))
                    .count();
            request.setNextToken(page.getNextToken());
        } while (request.getNextToken() != null);
        return found;
    }

    private String tags() {
        return operator.listTagsForResource(new ListTagsForResourceRequest().withResourceArn(MADE)).getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
    }

    private void tag(String arn, String key) {
        operator.tagResource(new TagResourceRequest()
                .withResourceArn(arn)
                .withTags(new Tag().withKey(key).withValue("beta")));
    }

    private void update(ExecutorType type, ExecutorConfiguration configuration) {
        ActionTypeId id = actionType("types");
        ActionTypeArtifactDetails artifacts =
                new ActionTypeArtifactDetails().withMinimumCount(0).withMaximumCount(1);
        operator.updateActionType(new UpdateActionTypeRequest()
                .withActionType(new ActionTypeDeclaration()
                        .withId(new ActionTypeIdentifier()
                                .withCategory(id.getCategory())
                                .withOwner(id.getOwner())
                                .withProvider(id.getProvider())
                                .withVersion(id.getVersion()))
                        .withDescription("told")
                        .withExecutor(new ActionTypeExecutor().withType(type).withConfiguration(configuration))
                        .withInputArtifactDetails(artifacts)
                        .withOutputArtifactDetails(artifacts)));
    }

    private static CreateCustomActionTypeRequest made() {
        ArtifactDetails artifacts = new ArtifactDetails().withMinimumCount(0).withMaximumCount(1);
        return new CreateCustomActionTypeRequest()
                .withCategory(ActionCategory.Build)
                .withProvider(PROVIDER)
                .withVersion("made")
                .withInputArtifactDetails(artifacts)
                .withOutputArtifactDetails(artifacts)
                .withTags(new Tag().withKey("team").withValue("checkout"));
    }

    private static boolean isMade(ActionTypeId id) {
        return id.getCategory().equals("Build") && id.getProvider().equals(PROVIDER);
    }

    private static String arn(String actionType) {
        return "arn:aws:codepipeline:us-east-1:000000000000:actiontype:" + actionType;
    }
}
