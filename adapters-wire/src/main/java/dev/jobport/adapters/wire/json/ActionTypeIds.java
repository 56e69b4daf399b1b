package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeId;

/** The name of an action type in JSON, which both sides of the server spell alike. */
public final class ActionTypeIds {

    private ActionTypeIds() {}

    public static ActionTypeId read(Members in) {
        ActionCategory category = in.required("category", ActionCategory.class);
        ActionOwner owner = in.required("owner", ActionOwner.class);
        String provider = in.required("provider", ActionTypeId.PROVIDER::require);
        String version = in.required("version", ActionTypeId.VERSION::require);
        return in.build(() -> new ActionTypeId(category, owner, provider, version));
    }

    public static ObjectNode write(ActionTypeId id) {
        return Json.object()
                .put("category", id.category().name())
                .put("owner", id.owner().name())
                .put("provider", id.provider())
                .put("version", id.version());
    }
}
