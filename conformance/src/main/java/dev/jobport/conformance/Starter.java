package dev.jobport.conformance;

import dev.jobport.contracts.worker.Started;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.Map;

/** Starts custom actions of the caller's account where no control API does. */
interface Starter {

    /** @throws dev.jobport.conformance.wire.SetUpFailed if the action does not start */
    Started start(ActionTypeId type, Map<String, String> configuration);

    /** How long to wait until the job of an action that has started is due. */
    Patience patience();
}
