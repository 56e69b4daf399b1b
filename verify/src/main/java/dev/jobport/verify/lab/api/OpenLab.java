package dev.jobport.verify.lab.api;

import dev.jobport.lab.Action;
import dev.jobport.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A lab, and what was started in it by name. */
record OpenLab(String id, Lab lab, List<String> actionTypes, Map<String, Action> actions) {

    OpenLab(String id, Lab lab, List<String> actionTypes) {
        this(id, lab, List.copyOf(actionTypes), new ConcurrentHashMap<>());
    }

    Action action(String name) {
        return Optional.ofNullable(actions.get(name))
                .orElseThrow(() -> new Refused(404, "There is no action " + name + " in lab " + id + "."));
    }

    /** All that a worker needs, too. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put("endpoint", lab.endpoint().toString());
        told.put("region", lab.region());
        told.put("accessKeyId", lab.accessKeyId());
        told.put("secretAccessKey", lab.secretAccessKey());
        told.put("seed", lab.seed());
        told.put("actionTypes", actionTypes);
        told.put("environment", lab.environment());
        return told;
    }
}
