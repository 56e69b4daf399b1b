package dev.jobport.application.usecase;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;

/** The names by which AWS knows action types everywhere (Service Authorization Reference, AWS CodePipeline). */
final class ActionTypeArns {

    private static final String ACTION_TYPE = "actiontype:";

    private ActionTypeArns() {}

    /**
     * The action type that an ARN names, in the account.
     *
     * @throws Refusal.InvalidArn if it names an action type that cannot be
     * @throws Refusal.ResourceNotFound if it names something else: there are no other resources in the account
     */
    static ActionTypeId read(Account account, ResourceArn arn) {
        String ofAccount = account.arn("");
        String resource = arn.resource();
        if (resource.startsWith(ACTION_TYPE)) {
            ActionTypeId id = ActionTypeId.parse(resource.substring(ACTION_TYPE.length()))
                    .orElseThrow(() -> new Refusal.InvalidArn(
                            arn.value(), ofAccount + "actiontype:owner/category/provider/version"));
            if (arn.value().startsWith(ofAccount)) {
                return id;
            }
        }
        throw new Refusal.ResourceNotFound(arn);
    }
}
