package dev.jobport.crash.run;

import dev.jobport.adapters.grpc.generated.ActionTypesGrpc;
import dev.jobport.adapters.grpc.generated.ActionTypesGrpc.ActionTypesBlockingStub;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ActionTypeDefinition;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ActionTypeSettings;
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
import dev.jobport.adapters.grpc.generated.Wire.ActionOwner;
import dev.jobport.adapters.grpc.generated.Wire.ActionTypeId;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Delete;
import dev.jobport.crash.history.Request.Find;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.history.Request.Tag;
import dev.jobport.crash.history.Request.Untag;
import dev.jobport.crash.history.Request.Update;
import io.grpc.Channel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The requests about action types and their answers as {@link GrpcWire} sends and gets them. */
final class GrpcActionTypes {

    private static final ArtifactDetails UP_TO_FIVE =
            ArtifactDetails.newBuilder().setMaximumCount(5).build();

    private final ActionTypesBlockingStub stub;

    GrpcActionTypes(Channel channel) {
        this.stub = ActionTypesGrpc.newBlockingStub(channel)
                .withDeadlineAfter(Wire.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To a request that gRPC has: of the two families it creates custom ones. */
    Answer answer(OfActionType request) {
        ActionTypeId id = GrpcReports.actionTypeId(request.actionType());
        String arn = HttpActionTypes.ARN + request.actionType();
        if (request instanceof Create create) {
            stub.createCustomActionType(create(id, create));
        } else if (request instanceof Delete) {
            stub.deleteCustomActionType(DeleteCustomActionTypeRequest.newBuilder()
                    .setCategory(id.getCategory())
                    .setProvider(id.getProvider())
                    .setVersion(id.getVersion())
                    .build());
        } else if (request instanceof Update update) {
            stub.updateActionType(UpdateActionTypeRequest.newBuilder()
                    .setId(id)
                    .setDefinition(definition())
                    .setExecutorType(ExecutorType.EXECUTOR_TYPE_JOB_WORKER)
                    .setDeclaration(ProviderDeclaration.newBuilder().setDescription(update.mark()))
                    .build());
        } else if (request instanceof Tag tag) {
            stub.tagResource(TagResourceRequest.newBuilder()
                    .setResourceArn(arn)
                    .putTags(tag.key(), tag.value())
                    .build());
        } else if (request instanceof Untag untag) {
            stub.untagResource(UntagResourceRequest.newBuilder()
                    .setResourceArn(arn)
                    .addTagKeys(untag.key())
                    .build());
        } else if (request instanceof Find) {
            return new Answer.Found(request.family() == Family.Custom ? markOfCustom(id) : markOfThirdParty(id));
        } else {
            return tags(arn);
        }
        return new Answer.Taken();
    }

    private static CreateCustomActionTypeRequest create(ActionTypeId id, Create create) {
        return CreateCustomActionTypeRequest.newBuilder()
                .setCategory(id.getCategory())
                .setProvider(id.getProvider())
                .setVersion(id.getVersion())
                .setDefinition(definition()
                        .setSettings(ActionTypeSettings.newBuilder()
                                .setExecutionUrlTemplate(HttpActionTypes.MARKED_URL + create.mark())))
                .putAllTags(create.tags())
                .build();
    }

    private static ActionTypeDefinition.Builder definition() {
        return ActionTypeDefinition.newBuilder()
                .setInputArtifactDetails(UP_TO_FIVE)
                .setOutputArtifactDetails(UP_TO_FIVE);
    }

    private Optional<String> markOfCustom(ActionTypeId id) {
        var in = ListActionTypesRequest.newBuilder().setOwnerFilter(ActionOwner.ACTION_OWNER_CUSTOM);
        return stub.listActionTypes(in.build()).getActionTypesList().stream()
                .filter(type -> type.getId().equals(id))
                .map(type -> type.getDefinition().getSettings().getExecutionUrlTemplate())
                .map(url -> url.substring(HttpActionTypes.MARKED_URL.length()))
                .findFirst();
    }

    private Optional<String> markOfThirdParty(ActionTypeId id) {
        var in = GetActionTypeRequest.newBuilder().setId(id);
        var declaration = stub.getActionType(in.build()).getActionType().getDeclaration();
        return declaration.hasDescription() ? Optional.of(declaration.getDescription()) : Optional.empty();
    }

    private Answer tags(String arn) {
        var in = ListTagsForResourceRequest.newBuilder().setResourceArn(arn);
        return new Answer.Tags(stub.listTagsForResource(in.build()).getTagsList().stream()
                .collect(Collectors.toMap(tag -> tag.getKey(), tag -> tag.getValue())));
    }
}
