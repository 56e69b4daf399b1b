package interop;

import static interop.SdkV2.actionType;
import static interop.SdkV2.refusal;
import static interop.SdkV2.step;

import java.util.stream.Collectors;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.CreateCustomActionTypeRequest;
import software.amazon.awssdk.services.codepipeline.model.ExecutorConfiguration;
import software.amazon.awssdk.services.codepipeline.model.ExecutorType;
import software.amazon.awssdk.services.codepipeline.model.UpdateActionTypeRequest;

/** The chapter of action types as the AWS SDK for Java v2 tells it. */
final class TypesV2 {

    private static final String PROVIDER = System.getenv("PROVIDER");
    private static final String MADE = arn("Custom/Build/" + PROVIDER + "/made");

    private final CodePipelineClient operator;

    private TypesV2(CodePipelineClient operator) {
        this.operator = operator;
    }

    static void tell(CodePipelineClient worker, CodePipelineClient operator) {
        step("types", "worker-creates", refusal(() -> worker.createCustomActionType(made())));
        new TypesV2(operator).tell();
    }

    private void tell() {
        step(
                "types",
                "create",
                operator.createCustomActionType(made()).actionType().id().ownerAsString());
        step(
                "types",
                "list",
                operator
                        .listActionTypesPaginator(request -> request.actionOwnerFilter(ActionOwner.CUSTOM))
                        .actionTypes()
                        .stream()
                        .filter(type -> isMade(type.id()))
                        .count());
        step("types", "tags", tags());
        step("types", "tag", refusal(() -> tag(MADE, "stage")));
        step(
                "types",
                "untag",
                refusal(() -> operator.untagResource(
                        request -> request.resourceArn(MADE).tagKeys("team"))));
        step("types", "tags-again", tags());
        var jobWorker = ExecutorConfiguration.builder()
                .jobWorkerExecutorConfiguration(worker -> worker.pollingServicePrincipals("worker.example.com"))
                .build();
        step("types", "update", refusal(() -> update(ExecutorType.JOB_WORKER, jobWorker)));
        ActionTypeId told = actionType("types");
        step(
                "types",
                "get",
                operator.getActionType(request -> request.category(told.category())
                                .owner(told.ownerAsString())
                                .provider(told.provider())
                                .version(told.version()))
                        .actionType()
                        .description());
        var function = ExecutorConfiguration.builder()
                .lambdaExecutorConfiguration(
                        lambda -> lambda.lambdaFunctionArn("arn:aws:lambda:us-east-1:000000000000:function:f"))
                .build();
        step("types", "lambda", refusal(() -> update(ExecutorType.LAMBDA, function)));
        step("types", "bad-token", refusal(() -> operator.listActionTypes(request -> request.nextToken("nonsense"))));
        step("types", "reserved-tag", refusal(() -> tag(MADE, "aws:stage")));
        step("types", "unknown-arn", refusal(() -> tag(arn("Custom/Build/" + PROVIDER + "/none"), "stage")));
        step("types", "malformed-arn", refusal(() -> tag(arn("nothing"), "stage")));
        step(
                "types",
                "delete",
                refusal(() -> operator.deleteCustomActionType(request -> request.category(ActionCategory.BUILD)
                        .provider(PROVIDER)
                        .version("made"))));
        step(
                "types",
                "unknown-type",
                refusal(() -> operator.getActionType(request -> request.category(ActionCategory.BUILD)
                        .owner("ThirdParty")
                        .provider(PROVIDER)
                        .version("made"))));
    }

    private String tags() {
        return operator.listTagsForResource(request -> request.resourceArn(MADE)).tags().stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .collect(Collectors.joining(","));
    }

    private void tag(String arn, String key) {
        operator.tagResource(
                request -> request.resourceArn(arn).tags(tag -> tag.key(key).value("beta")));
    }

    private void update(ExecutorType type, ExecutorConfiguration configuration) {
        ActionTypeId id = actionType("types");
        operator.updateActionType(UpdateActionTypeRequest.builder()
                .actionType(declaration -> declaration
                        .id(it -> it.category(id.category())
                                .owner(id.ownerAsString())
                                .provider(id.provider())
                                .version(id.version()))
                        .description("told")
                        .executor(executor -> executor.type(type).configuration(configuration))
                        .inputArtifactDetails(count -> count.minimumCount(0).maximumCount(1))
                        .outputArtifactDetails(count -> count.minimumCount(0).maximumCount(1)))
                .build());
    }

    private static CreateCustomActionTypeRequest made() {
        return CreateCustomActionTypeRequest.builder()
                .category(ActionCategory.BUILD)
                .provider(PROVIDER)
                .version("made")
                .inputArtifactDetails(count -> count.minimumCount(0).maximumCount(1))
                .outputArtifactDetails(count -> count.minimumCount(0).maximumCount(1))
                .tags(tag -> tag.key("team").value("checkout"))
                .build();
    }

    private static boolean isMade(ActionTypeId id) {
        return id.category() == ActionCategory.BUILD && id.provider().equals(PROVIDER);
    }

    static String arn(String actionType) {
        return "arn:aws:codepipeline:us-east-1:000000000000:actiontype:" + actionType;
    }
}
