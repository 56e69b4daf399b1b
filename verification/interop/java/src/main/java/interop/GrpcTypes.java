package interop;

import static interop.GrpcConnection.refusal;
import static interop.GrpcStory.actionType;
import static interop.SdkV2.step;

import dev.jobport.adapters.grpc.generated.ActionTypesGrpc;
import dev.jobport.adapters.grpc.generated.ActionTypesGrpc.ActionTypesBlockingStub;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ActionTypeDefinition;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ArtifactDetails;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.CreateCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.DeleteCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ExecutorType;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.GetActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListActionTypesRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListTagsForResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ProviderDeclaration;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.TagResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UntagResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UpdateActionTypeRequest;
import dev.jobport.adapters.grpc.generated.Wire.ActionCategory;
import dev.jobport.adapters.grpc.generated.Wire.ActionOwner;
import dev.jobport.adapters.grpc.generated.Wire.ActionTypeId;
import io.grpc.Channel;
import java.util.stream.Collectors;

/** The chapter of action types as grpc-java tells it. */
final class GrpcTypes {

    private static final String PROVIDER = System.getenv("PROVIDER");
    private static final String MADE = TypesV2.arn("Custom/Build/" + PROVIDER + "/made");

    private final ActionTypesBlockingStub client;

    private GrpcTypes(Channel channel) {
        this.client = ActionTypesGrpc.newBlockingStub(channel);
    }

    static void tell(Channel worker, Channel operator) {
        GrpcTypes denied = new GrpcTypes(worker);
        step("types", "worker-creates", refusal(denied::create));
        new GrpcTypes(operator).tell();
    }

    private void tell() {
        step("types", "create", create());
        step("types", "list", count(ActionOwner.ACTION_OWNER_CUSTOM));
        step("types", "tags", tags());
        step("types", "tag", refusal(() -> tag(MADE, "stage")));
        step("types", "untag", refusal(this::untag));
        step("types", "tags-again", tags());
        step("types", "update", refusal(() -> update(ExecutorType.EXECUTOR_TYPE_JOB_WORKER)));
        step("types", "get", description(actionType("types")));
        step("types", "lambda", refusal(() -> update(ExecutorType.EXECUTOR_TYPE_LAMBDA)));
        step("types", "bad-token", refusal(this::listWithBrokenToken));
        step("types", "reserved-tag", refusal(() -> tag(MADE, "aws:stage")));
        step("types", "unknown-arn", refusal(() -> tag(TypesV2.arn("Custom/Build/" + PROVIDER + "/none"), "stage")));
        step("types", "malformed-arn", refusal(() -> tag(TypesV2.arn("nothing"), "stage")));
        step("types", "delete", refusal(this::delete));
        ActionTypeId unknown = ActionTypeId.newBuilder()
                .setCategory(ActionCategory.ACTION_CATEGORY_BUILD)
                .setOwner(ActionOwner.ACTION_OWNER_THIRD_PARTY)
                .setProvider(PROVIDER)
                .setVersion("made")
                .build();
        step("types", "unknown-type", refusal(() -> description(unknown)));
    }

    private ActionOwner create() {
        return client.createCustomActionType(CreateCustomActionTypeRequest.newBuilder()
                        .setCategory(ActionCategory.ACTION_CATEGORY_BUILD)
                        .setProvider(PROVIDER)
                        .setVersion("made")
                        .setDefinition(definition())
                        .putTags("team", "checkout")
                        .build())
                .getActionType()
                .getId()
                .getOwner();
    }

    /** Of all pages, how many are what was made. */
    private long count(ActionOwner owner) {
        var request = ListActionTypesRequest.newBuilder().setOwnerFilter(owner);
        long count = 0;
        while (true) {
            var page = client.listActionTypes(request.build());
            count += page.getActionTypesList().stream()
                    .filter(type -> isMade(type.getId()))
                    .count();
            if (!page.hasNextToken()) {
                return count;
            }
            request.setNextToken(page.getNextToken());
        }
    }

    private static boolean isMade(ActionTypeId id) {
        return id.getCategory() == ActionCategory.ACTION_CATEGORY_BUILD
                && id.getProvider().equals(PROVIDER);
    }

    private void listWithBrokenToken() {
        client.listActionTypes(
                ListActionTypesRequest.newBuilder().setNextToken("nonsense").build());
    }

    private String tags() {
        return client
                .listTagsForResource(ListTagsForResourceRequest.newBuilder()
                        .setResourceArn(MADE)
                        .build())
                .getTagsList()
                .stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
    }

    private void tag(String arn, String key) {
        client.tagResource(TagResourceRequest.newBuilder()
                .setResourceArn(arn)
                .putTags(key, "beta")
                .build());
    }

    private void untag() {
        client.untagResource(UntagResourceRequest.newBuilder()
                .setResourceArn(MADE)
                .addTagKeys("team")
                .build());
    }

    private void update(ExecutorType executor) {
        client.updateActionType(UpdateActionTypeRequest.newBuilder()
                .setId(actionType("types"))
                .setDefinition(definition())
                .setExecutorType(executor)
                .setDeclaration(ProviderDeclaration.newBuilder()
                        .setDescription("told")
                        .addPollingServicePrincipals("worker.example.com"))
                .build());
    }

    private String description(ActionTypeId id) {
        return client.getActionType(GetActionTypeRequest.newBuilder().setId(id).build())
                .getActionType()
                .getDeclaration()
                .getDescription();
    }

    private void delete() {
        client.deleteCustomActionType(DeleteCustomActionTypeRequest.newBuilder()
                .setCategory(ActionCategory.ACTION_CATEGORY_BUILD)
                .setProvider(PROVIDER)
                .setVersion("made")
                .build());
    }

    private static ActionTypeDefinition definition() {
        ArtifactDetails atMostOne =
                ArtifactDetails.newBuilder().setMaximumCount(1).build();
        return ActionTypeDefinition.newBuilder()
                .setInputArtifactDetails(atMostOne)
                .setOutputArtifactDetails(atMostOne)
                .build();
    }
}
