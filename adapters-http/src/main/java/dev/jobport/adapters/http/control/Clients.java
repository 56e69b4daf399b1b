package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.query;

import dev.jobport.adapters.http.control.ClientShapes.Registration;
import dev.jobport.adapters.http.control.ControlApi.Route;
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
        Registration asked = ClientShapes.REGISTRATION.read(body.apply(ctx));
        RegisteredClient client = operator.registerClient(account(ctx), asked.clientId(), asked.clientToken());
        Audit.made(ctx, client.clientId().value());
        answer(ctx, 201, ClientShapes.REGISTERED.write(client));
    }

    private void rotate(Context ctx) {
        ClientId id = id(ctx);
        Optional<ClientToken> clientToken = ClientShapes.ROTATION.read(body.apply(ctx));
        answer(ctx, 200, ClientShapes.REGISTERED.write(operator.rotateClient(account(ctx), id, clientToken)));
    }

    private void remove(Context ctx) {
        operator.removeClient(account(ctx), id(ctx));
        ctx.status(204).header("Cache-Control", "no-store");
    }

    private static ClientId id(Context ctx) {
        Members in = Members.ofPath(ctx.pathParamMap());
        ClientId id = in.required("clientId", ClientShapes.ID);
        in.check();
        return id;
    }

    private void list(Context ctx) {
        Members query = query(ctx);
        var page = PageParameters.read(query);
        query.check();
        answer(ctx, 200, ClientShapes.LIST.write(operator.clients(account(ctx), page)));
    }
}
