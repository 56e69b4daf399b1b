package dev.jobport.domain.actiontype;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What one action type declares and another, in its place, leaves out: each by a name that people know it by. */
final class Losses {

    private final List<String> names = new ArrayList<>();

    private Losses() {}

    /** What is declared in another way is no loss; what is back at its default is one. */
    static List<String> between(ActionType before, ActionType after) {
        Losses losses = new Losses();
        losses.ofProperties(
                before.definition().configurationProperties(),
                after.definition().configurationProperties());
        losses.ofSettings(before.definition().settings(), after.definition().settings());
        losses.ofDefinition(before.definition(), after.definition());
        losses.ofTiming(
                before.timing(), after.timing(), Timing.defaultsFor(before.id().owner()));
        losses.ofDeclaration(before.declaration(), after.declaration());
        before.tags().values().keySet().stream()
                .filter(key -> !after.tags().values().containsKey(key))
                .forEach(key -> losses.names.add("tag '" + key + "'"));
        return List.copyOf(losses.names);
    }

    private void ofProperties(List<ConfigurationProperty> before, List<ConfigurationProperty> after) {
        Map<String, ConfigurationProperty> kept =
                after.stream().collect(toMap(ConfigurationProperty::name, Function.identity()));
        for (ConfigurationProperty property : before) {
            ConfigurationProperty now = kept.get(property.name());
            String name = "configuration property '" + property.name() + "'";
            if (now == null) {
                names.add((property.secret() ? "secret " : "") + name);
            } else {
                flag("secret", name, property.secret(), now.secret());
                flag("required", name, property.required(), now.required());
                flag("key", name, property.key(), now.key());
                gone("description of " + name, property.description(), now.description());
            }
        }
    }

    private void flag(String flag, String name, boolean before, boolean after) {
        if (before && !after) {
            names.add("flag " + flag + " of " + name);
        }
    }

    private void ofSettings(ActionTypeSettings before, ActionTypeSettings after) {
        gone("thirdPartyConfigurationUrl", before.thirdPartyConfigurationUrl(), after.thirdPartyConfigurationUrl());
        gone("entityUrlTemplate", before.entityUrlTemplate(), after.entityUrlTemplate());
        gone("executionUrlTemplate", before.executionUrlTemplate(), after.executionUrlTemplate());
        gone("revisionUrlTemplate", before.revisionUrlTemplate(), after.revisionUrlTemplate());
    }

    private void ofDefinition(ActionTypeDefinition before, ActionTypeDefinition after) {
        reset(
                "inputArtifactDetails",
                before.inputArtifactDetails(),
                after.inputArtifactDetails(),
                ArtifactDetails.DEFAULT);
        reset(
                "outputArtifactDetails",
                before.outputArtifactDetails(),
                after.outputArtifactDetails(),
                ArtifactDetails.DEFAULT);
    }

    private void ofTiming(Timing before, Timing after, Timing byDefault) {
        duration("dispatch lease", before.dispatchLease(), after.dispatchLease(), byDefault.dispatchLease());
        duration("job timeout", before.jobTimeout(), after.jobTimeout(), byDefault.jobTimeout());
        duration("action timeout", before.actionTimeout(), after.actionTimeout(), byDefault.actionTimeout());
        duration(
                "continuation delay",
                before.continuationDelay(),
                after.continuationDelay(),
                byDefault.continuationDelay());
    }

    private void duration(String name, Duration before, Duration after, Duration byDefault) {
        reset(name + " of " + before.toSeconds() + " s", before, after, byDefault);
    }

    private void ofDeclaration(ProviderDeclaration before, ProviderDeclaration after) {
        gone("description", before.description(), after.description());
        reset("allowedAccounts", before.allowedAccounts(), after.allowedAccounts(), List.of());
        reset("pollingAccounts", before.pollingAccounts(), after.pollingAccounts(), List.of());
        reset(
                "pollingServicePrincipals",
                before.pollingServicePrincipals(),
                after.pollingServicePrincipals(),
                List.of());
        gone("policyStatementsTemplate", before.policyStatementsTemplate(), after.policyStatementsTemplate());
    }

    private void gone(String name, Optional<?> before, Optional<?> after) {
        reset(name, before, after, Optional.empty());
    }

    private void reset(String name, Object before, Object after, Object byDefault) {
        if (!before.equals(after) && after.equals(byDefault)) {
            names.add(name);
        }
    }
}
