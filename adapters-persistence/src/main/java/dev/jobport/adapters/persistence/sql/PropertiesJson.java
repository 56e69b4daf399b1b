package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Json.optionalText;
import static dev.jobport.adapters.persistence.sql.Json.put;
import static dev.jobport.adapters.persistence.sql.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ConfigurationProperty;
import java.util.ArrayList;
import java.util.List;

/** An action type's configuration properties as they are stored. */
final class PropertiesJson {

    private PropertiesJson() {}

    static String write(List<ConfigurationProperty> properties) {
        ArrayNode json = Json.array();
        for (ConfigurationProperty property : properties) {
            ObjectNode one = json.addObject()
                    .put("name", property.name())
                    .put("required", property.required())
                    .put("key", property.key())
                    .put("secret", property.secret())
                    .put("queryable", property.queryable())
                    .put("type", property.type().name());
            put(one, "description", property.description());
        }
        return json.toString();
    }

    static List<ConfigurationProperty> read(String stored) {
        List<ConfigurationProperty> properties = new ArrayList<>();
        for (JsonNode one : Json.parse(stored)) {
            properties.add(new ConfigurationProperty(
                    text(one, "name"),
                    one.required("required").booleanValue(),
                    one.required("key").booleanValue(),
                    one.required("secret").booleanValue(),
                    one.required("queryable").booleanValue(),
                    optionalText(one, "description"),
                    ConfigurationProperty.Type.valueOf(text(one, "type"))));
        }
        return properties;
    }
}
