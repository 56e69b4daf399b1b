package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.answerNothing;
import static dev.jobport.adapters.http.control.ControlApi.query;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.PUT;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.control.Route.Tag;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.driving.Operators;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.function.Function;
import java.util.stream.Stream;

/** Registers action types, changes, shows and deletes them. */
final class ActionTypeRoutes {

    private static final String ALL = "/control/v1/action-types";
    private static final String ONE = ALL + "/{owner}/{category}/{provider}/{version}";

    private static final Type<Boolean> REPLACE = Types.BOOLEAN
            .withKeyword("default", BooleanNode.FALSE)
            .about("Whether what the registered action type declares, and the request does not repeat, is to be lost.");

    private final Operators operator;
    private final Function<Context, Members> body;
    private final Function<Context, ObjectNode> mergePatch;

    ActionTypeRoutes(Operators operator, Function<Context, Members> body, Function<Context, ObjectNode> mergePatch) {
        this.operator = operator;
        this.body = body;
        this.mergePatch = mergePatch;
    }

    Stream<Route> routes() {
        Shape<ActionType> actionType = RegisteredTypeShapes.ACTION_TYPE;
        ActionType example = Examples.ACTION_TYPE;
        return Stream.of(
                one(PUT, "putActionType", "Registers or replaces an action type")
                        .about("A request that leaves out what the registered action type declares is"
                                + " refused, unless `replace` says that it is to go; to change a part"
                                + " only, use PATCH.")
                        .query("replace", REPLACE)
                        .takes(false, RegisteredTypeShapes.definition(example.id()), example)
                        .answers(200, "As registered.", actionType, example)
                        .mayFail(409)
                        .by(this::put),
                one(PATCH, "changeActionType", "Changes parts of an action type")
                        .about("A JSON merge patch (RFC 7396) of the action type: members that are given"
                                + " replace, `null` puts a default in their place, objects are merged, and"
                                + " lists are replaced as a whole. What is not named stays.")
                        .takes(true, schemas -> patches())
                        .answers(200, "As changed.", actionType, example)
                        .mayFail(404)
                        .by(this::change),
                one(GET, "getActionType", "An action type")
                        .answers(200, "The action type.", actionType, example)
                        .mayFail(404)
                        .by(this::get),
                one(DELETE, "deleteActionType", "Deletes an action type")
                        .about("Nothing of it starts or is handed out any more; what job workers have in"
                                + " their hands goes on. The same version can only come back with the same"
                                + " settings, configuration properties and artifact details.")
                        .answers(204, "Deleted, now or before.", schemas -> Json.object())
                        .mayFail(404)
                        .by(this::delete),
                new Route(GET, ALL, "listActionTypes", Tag.ActionTypes, "All action types, by name")
                        .inARegion()
                        .page()
                        .answers(200, "One page of them.", RegisteredTypeShapes.LIST, Examples.pageOf(example))
                        .by(PageParameters.list(
                                RegisteredTypeShapes.LIST, (account, page) -> operator.actionTypes(account, page))));
    }

    private static Route one(HandlerType method, String id, String summary) {
        return new Route(method, ONE, id, Tag.ActionTypes, summary)
                .inARegion()
                .path("owner", ActionTypeShapes.OWNER)
                .path("category", ActionTypeShapes.CATEGORY)
                .path("provider", ActionTypeShapes.PROVIDER)
                .path("version", ActionTypeShapes.VERSION);
    }

    private static ObjectNode patches() {
        ObjectNode example = Json.object().put("dispatchLeaseSeconds", 30);
        example.putObject("tags").put("team", "payments").putNull("stage");
        ObjectNode patches = Json.object();
        ControlApi.MERGE_PATCHES.forEach(mediaType ->
                patches.setAll(Route.content(mediaType, Json.object().put("type", "object"), example)));
        return patches;
    }

    private void put(Context ctx) {
        ActionTypeId id = id(ctx);
        Members query = query(ctx);
        boolean replaces = query.optional("replace", REPLACE).orElse(false);
        query.check();
        ActionType actionType = RegisteredTypeShapes.definition(id).read(body.apply(ctx));
        if (replaces) {
            operator.replaceActionType(account(ctx), actionType);
        } else {
            operator.putActionType(account(ctx), actionType);
        }
        answer(ctx, 200, RegisteredTypeShapes.ACTION_TYPE.write(actionType));
    }

    private void change(Context ctx) {
        ActionTypeId id = id(ctx);
        ObjectNode patch = mergePatch.apply(ctx);
        Shape<ActionType> definition = RegisteredTypeShapes.definition(id);
        ActionType changed = operator.changeActionType(
                account(ctx),
                id,
                before -> definition.read(Members.strict(MergePatch.apply(definition.write(before), patch))));
        answer(ctx, 200, RegisteredTypeShapes.ACTION_TYPE.write(changed));
    }

    private void get(Context ctx) {
        answer(ctx, 200, RegisteredTypeShapes.ACTION_TYPE.write(operator.actionType(account(ctx), id(ctx))));
    }

    private void delete(Context ctx) {
        operator.deleteActionType(account(ctx), id(ctx));
        answerNothing(ctx);
    }

    private static ActionTypeId id(Context ctx) {
        return ActionTypeShapes.ID.read(Members.ofPath(ctx.pathParamMap()));
    }
}
