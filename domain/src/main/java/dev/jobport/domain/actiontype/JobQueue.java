package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import java.util.Optional;

/**
 * Where jobs wait that the same polls ask for: those of one account's action type or, if it has a queryable configuration
 * property, of one value of that.
 */
public record JobQueue(Account account, ActionTypeId actionTypeId, Optional<String> queryValue) {

    public JobQueue {
        requireNonNull(account);
        requireNonNull(actionTypeId);
        queryValue.ifPresent(ConfigurationProperty.QUERY_VALUE::require);
    }

    public JobQueue(Account account, ActionTypeId actionTypeId) {
        this(account, actionTypeId, Optional.empty());
    }
}
