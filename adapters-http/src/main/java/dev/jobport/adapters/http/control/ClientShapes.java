package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.wire.json.Types.shown;
import static dev.jobport.adapters.wire.json.Types.text;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.jobport.adapters.wire.json.Pages;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.Page;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.Optional;

/** Customers' links to partners. */
final class ClientShapes {

    /** What a client is registered with. */
    record Registration(Optional<ClientId> clientId, Optional<ClientToken> clientToken) {}

    static final Type<ClientId> ID = text(ClientId.FORM, ClientId::new, ClientId::value)
            .about("The public name of a customer's link to a partner.")
            .named("ClientId");

    private static final Type<ClientToken> TOKEN = text(ClientToken.FORM, ClientToken::new, ClientToken::value)
            .about("The secret that the partner's workers prove themselves with.")
            .withKeyword("writeOnly", BooleanNode.TRUE);

    static final Shape<Registration> REGISTRATION = Shape.of("ClientRegistration", form -> {
        form.about("What is left out is minted.");
        var clientId = form.optional("clientId", ID, Registration::clientId);
        var clientToken = form.optional("clientToken", TOKEN, Registration::clientToken);
        return form.build(() -> new Registration(clientId, clientToken));
    });

    static final Shape<Optional<ClientToken>> ROTATION =
            Shape.of("ClientRotation", form -> form.optional("clientToken", TOKEN, token -> token));

    static final Shape<RegisteredClient> REGISTERED = Shape.answer("RegisteredClient", form -> {
        form.required("clientId", ID, RegisteredClient::clientId);
        form.required(
                "clientToken",
                shown(ClientToken::value).about("Told here and never again."),
                RegisteredClient::clientToken);
    });

    static final Shape<Page<ClientId>> LIST = Pages.of(
            "ClientList",
            "clients",
            Shape.<ClientId>answer("Client", form -> form.required("clientId", ID, clientId -> clientId)));

    private ClientShapes() {}
}
