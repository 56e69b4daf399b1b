package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import java.util.Optional;

/**
 * Where jobs wait that the same polls ask for. There is one for each action type of an account or, if the type has a
 * queryable configuration property, for each value of it.
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
