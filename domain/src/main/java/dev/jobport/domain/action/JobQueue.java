package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where jobs wait that the same polls ask for: those of one action type or, if it has a queryable configuration property,
 * of one value of that.
 */
public record JobQueue(ActionTypeId actionTypeId, Optional<String> queryValue) {

    public JobQueue {
        requireNonNull(actionTypeId);
        queryValue.ifPresent(ConfigurationProperty.QUERY_VALUE::require);
    }

    public JobQueue(ActionTypeId actionTypeId) {
        this(actionTypeId, Optional.empty());
    }
}
