package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.control.ControlApi.Route;
import dev.jobport.adapters.http.json.Json;
import dev.jobport.adapters.http.json.Members;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Registers clients, telling each token this once, and lists their ids. */
final class Clients {

    private static final String ALL = "/control/v1/clients";

    private final Operators operator;
    private final Function<Context, Members> body;

    Clients(Operators operator, Function<Context, Members> body) {
        this.operator = operator;
        this.body = body;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(HandlerType.POST, ALL, this::register), new Route(HandlerType.GET, ALL, this::list));
    }

    private void register(Context ctx) {
        Members in = body.apply(ctx);
        Optional<ClientId> clientId = in.optional("clientId", ClientId::new);
        Optional<ClientToken> clientToken = in.optional("clientToken", ClientToken::new);
        in.check();
        RegisteredClient client = operator.registerClient(account(ctx), clientId, clientToken);
        answer(
                ctx,
                201,
                Json.object()
                        .put("clientId", client.clientId().value())
                        .put("clientToken", client.clientToken().value()));
    }

    private void list(Context ctx) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("clients");
        operator.clients(account(ctx)).forEach(id -> list.addObject().put("clientId", id.value()));
        answer(ctx, 200, answer);
    }
}
