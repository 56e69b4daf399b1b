package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.ActionTypesGrpc;
import dev.jobport.adapters.grpc.generated.ActionTypesWire;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.CreateCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.DeleteCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.GetActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListActionTypesRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.ListTagsForResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.TagResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UntagResourceRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UpdateActionTypeRequest;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The port of those who define action types as seen through gRPC. */
final class GrpcActionTypes implements ActionTypes {

    private final GrpcClient client;
    private final ActionTypesGrpc.ActionTypesBlockingStub stub;

    GrpcActionTypes(GrpcClient client) {
        this.client = client;
        this.stub = ActionTypesGrpc.newBlockingStub(client.channel());
    }

    @Override
    public ActionType createCustomActionType(
            Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        var in = CreateCustomActionTypeRequest.newBuilder()
                .setCategory(Enums.of(Wire.ActionCategory.class, id.category()))
                .setProvider(id.provider())
                .setVersion(id.version())
                .setDefinition(ActionTypeAnswers.definition(definition))
                .putAllTags(tags.values())
                .build();
        return read(
                client.ask(caller, stub, it -> it.createCustomActionType(in)).getActionType());
    }

    @Override
    public void deleteCustomActionType(Caller caller, ActionTypeId id) {
        var in = DeleteCustomActionTypeRequest.newBuilder()
                .setCategory(Enums.of(Wire.ActionCategory.class, id.category()))
                .setProvider(id.provider())
                .setVersion(id.version())
                .build();
        client.ask(caller, stub, it -> it.deleteCustomActionType(in));
    }

    @Override
    public Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest asked) {
        var in = ListActionTypesRequest.newBuilder();
        owner.ifPresent(it -> in.setOwnerFilter(Enums.of(Wire.ActionOwner.class, it)));
        region.ifPresent(in::setRegionFilter);
        asked.nextToken().ifPresent(in::setNextToken);
        var page = client.ask(caller, stub, it -> it.listActionTypes(in.build()));
        return new Page<>(
                page.getActionTypesList().stream().map(GrpcActionTypes::read).toList(),
                page.hasNextToken() ? Optional.of(page.getNextToken()) : Optional.empty());
    }

    @Override
    public ActionType getActionType(Caller caller, ActionTypeId id) {
        var in = GetActionTypeRequest.newBuilder()
                .setId(Answers.actionTypeId(id))
                .build();
        return read(client.ask(caller, stub, it -> it.getActionType(in)).getActionType());
    }

    @Override
    public void updateActionType(Caller caller, ActionTypeDeclaration declared) {
        var in = UpdateActionTypeRequest.newBuilder()
                .setId(Answers.actionTypeId(declared.id()))
                .setDefinition(ActionTypeAnswers.definition(declared.definition()))
                .setExecutorType(Enums.of(ActionTypesWire.ExecutorType.class, declared.executorType()))
                .setDeclaration(ActionTypeAnswers.declaration(declared.declaration()));
        declared.jobTimeout().map(Times::of).ifPresent(in::setJobTimeout);
        client.ask(caller, stub, it -> it.updateActionType(in.build()));
    }

    @Override
    public void tagResource(Caller caller, ResourceArn resourceArn, Tags tags) {
        var in = TagResourceRequest.newBuilder()
                .setResourceArn(resourceArn.value())
                .putAllTags(tags.values())
                .build();
        client.ask(caller, stub, it -> it.tagResource(in));
    }

    @Override
    public void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys) {
        var in = UntagResourceRequest.newBuilder()
                .setResourceArn(resourceArn.value())
                .addAllTagKeys(tagKeys)
                .build();
        client.ask(caller, stub, it -> it.untagResource(in));
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page) {
        var in = ListTagsForResourceRequest.newBuilder()
                .setResourceArn(resourceArn.value())
                .setMaxResults(page.maxResults());
        page.nextToken().ifPresent(in::setNextToken);
        var tags = client.ask(caller, stub, it -> it.listTagsForResource(in.build()));
        return new Page<>(
                tags.getTagsList().stream()
                        .map(tag -> new Tags.Tag(tag.getKey(), tag.getValue()))
                        .toList(),
                tags.hasNextToken() ? Optional.of(tags.getNextToken()) : Optional.empty());
    }

    private static ActionType read(ActionTypesWire.ActionType told) {
        var timing = told.getTiming();
        return new ActionType(
                Requests.actionTypeId(told.getId()),
                ActionTypeRequests.definition(told.getDefinition()),
                new Timing(
                        duration(timing.getDispatchLease()),
                        duration(timing.getJobTimeout()),
                        duration(timing.getActionTimeout()),
                        duration(timing.getContinuationDelay())),
                ActionTypeRequests.declaration(told.getDeclaration()),
                new Tags(told.getTagsMap()),
                told.getDeleted());
    }

    private static Duration duration(com.google.protobuf.Duration told) {
        return Duration.ofSeconds(told.getSeconds(), told.getNanos());
    }
}
