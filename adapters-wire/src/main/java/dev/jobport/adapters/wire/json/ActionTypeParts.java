package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.UrlTemplate;
import java.util.List;

/** The parts of an action type in JSON that both sides of the server spell alike. What is absent is left out. */
public final class ActionTypeParts {

    private ActionTypeParts() {}

    public static ActionTypeSettings settings(Members in) {
        var thirdPartyConfigurationUrl = in.optional("thirdPartyConfigurationUrl", ActionTypeSettings.URL::require);
        var entityUrlTemplate = in.optional("entityUrlTemplate", UrlTemplate::new);
        var executionUrlTemplate = in.optional("executionUrlTemplate", UrlTemplate::new);
        var revisionUrlTemplate = in.optional("revisionUrlTemplate", UrlTemplate::new);
        return in.build(() -> new ActionTypeSettings(
                thirdPartyConfigurationUrl, entityUrlTemplate, executionUrlTemplate, revisionUrlTemplate));
    }

    /** @param count what either number may be */
    public static ArtifactDetails artifactDetails(Members in, RangeConstraint count) {
        var minimumCount = in.required("minimumCount", count);
        var maximumCount = in.required("maximumCount", count);
        return in.build(() -> new ArtifactDetails(minimumCount, maximumCount));
    }

    public static ObjectNode write(ActionTypeSettings settings) {
        ObjectNode json = Json.object();
        settings.thirdPartyConfigurationUrl().ifPresent(url -> json.put("thirdPartyConfigurationUrl", url));
        settings.entityUrlTemplate().ifPresent(url -> json.put("entityUrlTemplate", url.text()));
        settings.executionUrlTemplate().ifPresent(url -> json.put("executionUrlTemplate", url.text()));
        settings.revisionUrlTemplate().ifPresent(url -> json.put("revisionUrlTemplate", url.text()));
        return json;
    }

    public static ObjectNode write(ArtifactDetails details) {
        return Json.object().put("minimumCount", details.minimumCount()).put("maximumCount", details.maximumCount());
    }

    public static ArrayNode write(List<ConfigurationProperty> properties) {
        ArrayNode list = Json.object().arrayNode();
        properties.forEach(property -> {
            ObjectNode json = list.addObject()
                    .put("name", property.name())
                    .put("required", property.required())
                    .put("key", property.key())
                    .put("secret", property.secret())
                    .put("queryable", property.queryable());
            property.description().ifPresent(text -> json.put("description", text));
            json.put("type", property.type().name());
        });
        return list;
    }
}
