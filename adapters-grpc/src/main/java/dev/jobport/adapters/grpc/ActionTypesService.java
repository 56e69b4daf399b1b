package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.ActionTypesGrpc.ActionTypesImplBase;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.CreateCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.CreateCustomActionTypeResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.DeleteCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.DeleteCustomActionTypeResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.GetActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.GetActionTypeResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListActionTypesRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListActionTypesResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListTagsForResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListTagsForResourceResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.Tag;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.TagResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.TagResourceResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UntagResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UntagResourceResponse;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UpdateActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UpdateActionTypeResponse;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.Tags;
import io.grpc.stub.StreamObserver;
import java.util.Set;

/** Those who define action types and look them up. Each call reads its request whole before it asks the port. */
final class ActionTypesService extends ActionTypesImplBase {

    private final ActionTypes port;

    ActionTypesService(ActionTypes port) {
        this.port = port;
    }

    @Override
    public void createCustomActionType(
            CreateCustomActionTypeRequest in, StreamObserver<CreateCustomActionTypeResponse> to) {
        var created = Fields.all(
                (id, definition, tags) -> port.createCustomActionType(Door.caller(), id, definition, tags),
                () -> ActionTypeRequests.customId(in.getCategory(), in.getProvider(), in.getVersion()),
                () -> ActionTypeRequests.definition(in),
                () -> ActionTypeRequests.tags(in.getTagsMap()));
        Answers.send(
                to,
                CreateCustomActionTypeResponse.newBuilder()
                        .setActionType(ActionTypeAnswers.actionType(created))
                        .build());
    }

    @Override
    public void deleteCustomActionType(
            DeleteCustomActionTypeRequest in, StreamObserver<DeleteCustomActionTypeResponse> to) {
        port.deleteCustomActionType(
                Door.caller(), ActionTypeRequests.customId(in.getCategory(), in.getProvider(), in.getVersion()));
        Answers.send(to, DeleteCustomActionTypeResponse.getDefaultInstance());
    }

    @Override
    public void listActionTypes(ListActionTypesRequest in, StreamObserver<ListActionTypesResponse> to) {
        var page = Fields.all(
                (owner, region, nextToken) -> port.listActionTypes(
                        Door.caller(), owner, region, new PageRequest(ActionTypes.PAGE, nextToken)),
                () -> Enums.optional("ownerFilter", ActionOwner.class, in.getOwnerFilter()),
                () -> Requests.text(
                        "regionFilter", in.hasRegionFilter(), in.getRegionFilter(), Account.REGION_NAME::require),
                () -> Requests.nextToken(in.hasNextToken(), in.getNextToken()));
        var told = ListActionTypesResponse.newBuilder()
                .addAllActionTypes(
                        page.items().stream().map(ActionTypeAnswers::actionType).toList());
        page.nextToken().ifPresent(told::setNextToken);
        Answers.send(to, told.build());
    }

    @Override
    public void getActionType(GetActionTypeRequest in, StreamObserver<GetActionTypeResponse> to) {
        var id = Fields.required("id", in.hasId(), in::getId, Requests::actionTypeId);
        Answers.send(
                to,
                GetActionTypeResponse.newBuilder()
                        .setActionType(ActionTypeAnswers.actionType(port.getActionType(Door.caller(), id)))
                        .build());
    }

    @Override
    public void updateActionType(UpdateActionTypeRequest in, StreamObserver<UpdateActionTypeResponse> to) {
        port.updateActionType(Door.caller(), ActionTypeRequests.declaration(in));
        Answers.send(to, UpdateActionTypeResponse.getDefaultInstance());
    }

    @Override
    public void tagResource(TagResourceRequest in, StreamObserver<TagResourceResponse> to) {
        Fields.each(
                (arn, tags) -> port.tagResource(Door.caller(), arn, tags),
                () -> ActionTypeRequests.resourceArn(in.getResourceArn()),
                () -> ActionTypeRequests.tags(in.getTagsMap()));
        Answers.send(to, TagResourceResponse.getDefaultInstance());
    }

    @Override
    public void untagResource(UntagResourceRequest in, StreamObserver<UntagResourceResponse> to) {
        Fields.each(
                (arn, keys) -> port.untagResource(Door.caller(), arn, Set.copyOf(keys)),
                () -> ActionTypeRequests.resourceArn(in.getResourceArn()),
                () -> Fields.list("tagKeys", in.getTagKeysList(), Tags.KEY::require));
        Answers.send(to, UntagResourceResponse.getDefaultInstance());
    }

    @Override
    public void listTagsForResource(ListTagsForResourceRequest in, StreamObserver<ListTagsForResourceResponse> to) {
        // without a limit AWS lists all tags at once
        int all = (int) PageRequest.MAX_RESULTS.max();
        var page = Fields.all(
                (arn, asked) -> port.listTagsForResource(Door.caller(), arn, asked),
                () -> ActionTypeRequests.resourceArn(in.getResourceArn()),
                () -> Requests.page(in.hasMaxResults(), in.getMaxResults(), all, in.hasNextToken(), in.getNextToken()));
        var told = ListTagsForResourceResponse.newBuilder()
                .addAllTags(page.items().stream()
                        .map(tag -> Tag.newBuilder()
                                .setKey(tag.key())
                                .setValue(tag.value())
                                .build())
                        .toList());
        page.nextToken().ifPresent(told::setNextToken);
        Answers.send(to, told.build());
    }
}
