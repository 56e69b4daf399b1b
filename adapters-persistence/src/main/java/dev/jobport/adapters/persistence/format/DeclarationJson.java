package dev.jobport.adapters.persistence.format;

import static dev.jobport.adapters.persistence.format.Json.list;
import static dev.jobport.adapters.persistence.format.Json.optionalText;
import static dev.jobport.adapters.persistence.format.Json.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import java.util.List;

/** What the provider of an action type declares, as it is stored. */
public final class DeclarationJson {

    private DeclarationJson() {}

    public static String write(ProviderDeclaration declaration) {
        ObjectNode json = Json.object();
        put(json, "description", declaration.description());
        write(json, "allowedAccounts", declaration.allowedAccounts());
        write(json, "pollingAccounts", declaration.pollingAccounts());
        write(json, "pollingServicePrincipals", declaration.pollingServicePrincipals());
        put(json, "policyStatementsTemplate", declaration.policyStatementsTemplate());
        return json.toString();
    }

    public static ProviderDeclaration read(String stored) {
        JsonNode json = Json.parse(stored);
        return new ProviderDeclaration(
                optionalText(json, "description"),
                read(json, "allowedAccounts"),
                read(json, "pollingAccounts"),
                read(json, "pollingServicePrincipals"),
                optionalText(json, "policyStatementsTemplate"));
    }

    private static void write(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = json.putArray(name);
            texts.forEach(list::add);
        }
    }

    private static List<String> read(JsonNode json, String name) {
        return list(json.path(name), JsonNode::textValue);
    }
}
