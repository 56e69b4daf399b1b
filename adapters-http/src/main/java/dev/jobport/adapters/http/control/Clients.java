package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.control.ControlApi.Route;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Registers clients and gives them other tokens, telling each token this once, removes them and lists their ids. */
final class Clients {

    private static final String ALL = "/control/v1/clients";
    private static final String ONE = ALL + "/{clientId}";

    private final Operators operator;
    private final Function<Context, Members> body;

    Clients(Operators operator, Function<Context, Members> body) {
        this.operator = operator;
        this.body = body;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(HandlerType.POST, ALL, this::register),
                new Route(HandlerType.GET, ALL, this::list),
                new Route(HandlerType.DELETE, ONE, this::remove),
                new Route(HandlerType.POST, ONE + "/rotate", this::rotate));
    }

    private void register(Context ctx) {
        Members in = body.apply(ctx);
        Optional<ClientId> clientId = in.optional("clientId", ClientId::new);
        Optional<ClientToken> clientToken = in.optional("clientToken", ClientToken::new);
        in.check();
        RegisteredClient client = operator.registerClient(account(ctx), clientId, clientToken);
        Audit.made(ctx, client.clientId().value());
        answer(ctx, 201, view(client));
    }

    private void rotate(Context ctx) {
        ClientId id = id(ctx);
        Members in = body.apply(ctx);
        Optional<ClientToken> clientToken = in.optional("clientToken", ClientToken::new);
        in.check();
        answer(ctx, 200, view(operator.rotateClient(account(ctx), id, clientToken)));
    }

    private void remove(Context ctx) {
        operator.removeClient(account(ctx), id(ctx));
        ctx.status(204).header("Cache-Control", "no-store");
    }

    private static ClientId id(Context ctx) {
        Members in = Members.ofPath(ctx.pathParamMap());
        ClientId id = in.required("clientId", ClientId::new);
        in.check();
        return id;
    }

    private static ObjectNode view(RegisteredClient client) {
        return Json.object()
                .put("clientId", client.clientId().value())
                .put("clientToken", client.clientToken().value());
    }

    private void list(Context ctx) {
        Members query = query(ctx);
        var page = Views.pageRequest(query);
        query.check();
        answer(
                ctx,
                200,
                Views.page(
                        "clients",
                        operator.clients(account(ctx), page),
                        id -> Json.object().put("clientId", id.value())));
    }
}
