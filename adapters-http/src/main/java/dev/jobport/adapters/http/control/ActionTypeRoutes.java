package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.control.ControlApi.Route;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.driving.Operators;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.function.Function;
import java.util.stream.Stream;

/** Registers action types, changes, shows and deletes them. */
final class ActionTypeRoutes {

    private static final String ALL = "/control/v1/action-types";
    private static final String ONE = ALL + "/{owner}/{category}/{provider}/{version}";

    private final Operators operator;
    private final Function<Context, Members> body;
    private final Function<Context, ObjectNode> mergePatch;

    ActionTypeRoutes(Operators operator, Function<Context, Members> body, Function<Context, ObjectNode> mergePatch) {
        this.operator = operator;
        this.body = body;
        this.mergePatch = mergePatch;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(HandlerType.PUT, ONE, this::put),
                new Route(HandlerType.PATCH, ONE, this::change),
                new Route(HandlerType.GET, ONE, this::get),
                new Route(HandlerType.DELETE, ONE, this::delete),
                new Route(HandlerType.GET, ALL, this::list));
    }

    private void put(Context ctx) {
        ActionTypeId id = id(ctx);
        Members query = query(ctx);
        boolean replaces = query.optional("replace", Types.BOOLEAN).orElse(false);
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
        ctx.status(204).header("Cache-Control", "no-store");
    }

    private void list(Context ctx) {
        Members query = query(ctx);
        var page = PageParameters.read(query);
        query.check();
        answer(ctx, 200, RegisteredTypeShapes.LIST.write(operator.actionTypes(account(ctx), page)));
    }

    private static ActionTypeId id(Context ctx) {
        return ActionTypeShapes.ID.read(Members.ofPath(ctx.pathParamMap()));
    }
}
