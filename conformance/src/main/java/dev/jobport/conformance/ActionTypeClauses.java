package dev.jobport.conformance;

import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Tags;
import org.junit.jupiter.api.BeforeEach;

/** What those rely on who define action types. */
class ActionTypeClauses extends EndpointWorld implements ActionTypeContract {

    ActionTypeClauses(Asked asked) {
        super(asked);
    }

    @BeforeEach
    void actionTypesAreMade() {
        asked().need(Capability.REGISTER_TYPES);
    }

    @Override
    public ActionType create(ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        ActionType made = ActionTypeContract.super.create(id, definition, tags);
        asked().belongings().add(id, () -> delete(id));
        return made;
    }

    /** Only those that were made here go, and others stay: the endpoint may be somebody's. */
    @Override
    public void leave_no_custom_action_types_behind() {
        leaveNothingBehind();
    }
}
