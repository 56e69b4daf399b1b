package dev.jobport.domain.actiontype;

import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import java.util.List;
import java.util.Optional;

/**
 * What only the provider of an action type declares of it, for those who use it (CodePipeline API Reference,
 * ActionTypeDeclaration). It is kept and shown; who may do what follows from credentials.
 *
 * @param description 1 to 1,024 characters
 * @param allowedAccounts whose pipelines may use the type, {@code *} for all; at most 1,000, none if not declared
 * @param pollingAccounts from which job workers poll; at most 1,000, none if not declared
 * @param pollingServicePrincipals as which they poll; at most 10 of 1 to 128 characters, none if not declared
 * @param policyStatementsTemplate what the type needs in the accounts that use it, 1 to 2,048 characters
 */
public record ProviderDeclaration(
        Optional<String> description,
        List<String> allowedAccounts,
        List<String> pollingAccounts,
        List<String> pollingServicePrincipals,
        Optional<String> policyStatementsTemplate) {

    public static final TextConstraint DESCRIPTION = TextConstraint.length(1, 1024);
    public static final TextConstraint ALLOWED_ACCOUNT = TextConstraint.pattern("[0-9]{12}|\\*");
    public static final TextConstraint SERVICE_PRINCIPAL = TextConstraint.length(1, 128);
    public static final TextConstraint POLICY_STATEMENTS_TEMPLATE = TextConstraint.length(1, 2048);

    /** How many accounts a list of them has, where there is one. */
    public static final RangeConstraint ACCOUNTS = new RangeConstraint(1, 1000);

    /** How many service principals a list of them has, where there is one. */
    public static final RangeConstraint SERVICE_PRINCIPALS = new RangeConstraint(1, 10);

    public static final ProviderDeclaration NONE =
            new ProviderDeclaration(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

    public ProviderDeclaration {
        description.ifPresent(DESCRIPTION::require);
        allowedAccounts = atMost(ACCOUNTS, "allowedAccounts", allowedAccounts);
        allowedAccounts.forEach(ALLOWED_ACCOUNT::require);
        pollingAccounts = atMost(ACCOUNTS, "pollingAccounts", pollingAccounts);
        pollingAccounts.forEach(Account.ID::require);
        pollingServicePrincipals = atMost(SERVICE_PRINCIPALS, "pollingServicePrincipals", pollingServicePrincipals);
        pollingServicePrincipals.forEach(SERVICE_PRINCIPAL::require);
        policyStatementsTemplate.ifPresent(POLICY_STATEMENTS_TEMPLATE::require);
    }

    private static List<String> atMost(RangeConstraint size, String name, List<String> list) {
        if (list.size() > size.max()) {
            throw new Refusal.Validation(name, "There are at most " + size.max() + " " + name + ".");
        }
        return List.copyOf(list);
    }
}
