package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.answerNothing;
import static dev.jobport.adapters.http.control.ControlApi.path;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import dev.jobport.adapters.http.control.ClientShapes.Registration;
import dev.jobport.adapters.http.control.Route.Tag;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import io.javalin.http.Context;
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
                new Route(POST, ALL, "registerClient", Tag.Clients, "Registers a client; its token is told this once")
                        .inARegion()
                        .takes(false, ClientShapes.REGISTRATION, Examples.REGISTRATION)
                        .answers(201, "The client and its token.", ClientShapes.REGISTERED, Examples.REGISTERED)
                        .mayFail(409)
                        .by(this::register),
                new Route(GET, ALL, "listClients", Tag.Clients, "The ids of clients, in order")
                        .inARegion()
                        .page()
                        .answers(
                                200,
                                "One page of them, without their tokens.",
                                ClientShapes.LIST,
                                Examples.pageOf(Examples.CLIENT_ID))
                        .by(PageParameters.list(ClientShapes.LIST, (account, page) -> operator.clients(account, page))),
                new Route(DELETE, ONE, "removeClient", Tag.Clients, "Forgets a client")
                        .about("Its token counts no more from then on. Its actions go on, but nobody can work"
                                + " on them: they time out, unless they are stopped, or a client of the"
                                + " same id is registered again.")
                        .inARegion()
                        .path("clientId", ClientShapes.ID)
                        .answers(204, "Removed.", schemas -> Json.object())
                        .mayFail(404)
                        .by(this::remove),
                new Route(
                                POST,
                                ONE + "/rotate",
                                "rotateClient",
                                Tag.Clients,
                                "Gives a client another token; it is told this once")
                        .about("The token before counts no more from then on.")
                        .inARegion()
                        .path("clientId", ClientShapes.ID)
                        .takes(false, ClientShapes.ROTATION, Optional.empty())
                        .answers(200, "The client and its new token.", ClientShapes.REGISTERED, Examples.REGISTERED)
                        .mayFail(404)
                        .by(this::rotate));
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
        answerNothing(ctx);
    }

    private static ClientId id(Context ctx) {
        return path(ctx, "clientId", ClientShapes.ID);
    }
}
