package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.wire.json.Types.list;
import static dev.jobport.adapters.wire.json.Types.map;
import static dev.jobport.adapters.wire.json.Types.seconds;
import static dev.jobport.adapters.wire.json.Types.text;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.Form;
import dev.jobport.adapters.wire.json.Pages;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.Page;
import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.util.List;
import java.util.Map;

/** Action types as operators register and see them. */
final class RegisteredTypeShapes {

    private static final Shape<ArtifactDetails> DETAILS = ActionTypeShapes.artifactDetails(ArtifactDetails.COUNT);

    private static final Type<List<ConfigurationProperty>> PROPERTIES = atMost(
                    ActionTypeDefinition.MAX_PROPERTIES,
                    list(ActionTypeShapes.property(false, ConfigurationProperty.DESCRIPTION)))
            .about("What actions of the type are configured by. A type without any takes any configuration.");

    private static final Type<Map<String, String>> TAGS = map(Tags.KEY, Tags.VALUE)
            .withKeyword("maxProperties", IntNode.valueOf(Tags.MOST))
            .about("What the type is labelled with. Keys and values have letters, digits, blanks and"
                    + " `+ - = . _ : / @`; no key begins with `aws:`.")
            .named("Tags");

    private static final Shape<ProviderDeclaration> DECLARATION = Shape.of("ProviderDeclaration", form -> {
        form.about("What the provider of the type declares for those who use it. It is shown, and restricts nobody.");
        var description =
                form.optional("description", text(ProviderDeclaration.DESCRIPTION), ProviderDeclaration::description);
        var allowedAccounts = form.orAbsent(
                "allowedAccounts",
                texts(ProviderDeclaration.ACCOUNTS, ProviderDeclaration.ALLOWED_ACCOUNT)
                        .about("Whose pipelines may use the type; `*` for all."),
                List.of(),
                ProviderDeclaration::allowedAccounts);
        var pollingAccounts = form.orAbsent(
                "pollingAccounts",
                texts(ProviderDeclaration.ACCOUNTS, Account.ID).about("From which its job workers poll."),
                List.of(),
                ProviderDeclaration::pollingAccounts);
        var principals = form.orAbsent(
                "pollingServicePrincipals",
                texts(ProviderDeclaration.SERVICE_PRINCIPALS, ProviderDeclaration.SERVICE_PRINCIPAL)
                        .about("As which its job workers poll."),
                List.of(),
                ProviderDeclaration::pollingServicePrincipals);
        var template = form.optional(
                "policyStatementsTemplate",
                text(ProviderDeclaration.POLICY_STATEMENTS_TEMPLATE)
                        .about("What the type needs in the accounts that use it."),
                ProviderDeclaration::policyStatementsTemplate);
        return form.build(
                () -> new ProviderDeclaration(description, allowedAccounts, pollingAccounts, principals, template));
    });

    static final Shape<ActionType> ACTION_TYPE = Shape.answer("ActionType", form -> {
        form.about("A kind of action that pipelines may run and job workers may poll for.");
        form.required("actionTypeId", ActionTypeShapes.ID, ActionType::id);
        members(form, Timing.defaultsFor(ActionOwner.ThirdParty), null);
    });

    static final Shape<Page<ActionType>> LIST = Pages.of("ActionTypeList", "actionTypes", ACTION_TYPE);

    private RegisteredTypeShapes() {}

    /** All but the id; what is absent takes its default. */
    static Shape<ActionType> definition(ActionTypeId id) {
        Timing defaults = Timing.defaultsFor(id.owner());
        return Shape.of("ActionTypeDefinition", form -> {
            form.about("Durations, and what actions of the type are like. What is left out takes its default; zero"
                    + " is due at once. Holds for actions that start from then on.");
            return members(form, defaults, id);
        });
    }

    private static ActionType members(Form<ActionType> form, Timing defaults, ActionTypeId id) {
        var lease = form.orElse(
                "dispatchLeaseSeconds",
                seconds(Timing.JOB_SECONDS).about("How long a job that was handed out waits for its acknowledgement."),
                defaults.dispatchLease(),
                it -> it.timing().dispatchLease());
        var job = form.orElse(
                "jobTimeoutSeconds",
                seconds(Timing.JOB_SECONDS).about("How long a job may take from its acknowledgement to its result."),
                defaults.jobTimeout(),
                it -> it.timing().jobTimeout());
        var action = form.orElse(
                "actionTimeoutSeconds",
                seconds(Timing.ACTION_SECONDS)
                        .about("How long an action may take from its start to its end, all its jobs together."),
                defaults.actionTimeout(),
                it -> it.timing().actionTimeout());
        var delay = form.orElse(
                "continuationDelaySeconds",
                seconds(Timing.JOB_SECONDS).about("How long a follow-up job waits until it can be polled."),
                defaults.continuationDelay(),
                it -> it.timing().continuationDelay());
        var settings = form.orElse(
                "settings",
                ActionTypeShapes.SETTINGS,
                ActionTypeSettings.NONE,
                it -> it.definition().settings());
        var properties = form.orElse(
                "configurationProperties",
                PROPERTIES,
                List.of(),
                it -> it.definition().configurationProperties());
        var inputArtifactDetails = form.orElse(
                "inputArtifactDetails",
                DETAILS.about("How many input artifacts an action may have."),
                ArtifactDetails.DEFAULT,
                it -> it.definition().inputArtifactDetails());
        var outputArtifactDetails = form.orElse(
                "outputArtifactDetails",
                DETAILS.about("How many output artifacts an action may have."),
                ArtifactDetails.DEFAULT,
                it -> it.definition().outputArtifactDetails());
        var declaration = form.orElse("declaration", DECLARATION, ProviderDeclaration.NONE, ActionType::declaration);
        var tags = form.orElse("tags", TAGS, Map.of(), it -> it.tags().values());
        return form.build(() -> new ActionType(
                id,
                new ActionTypeDefinition(settings, properties, inputArtifactDetails, outputArtifactDetails),
                new Timing(lease, job, action, delay),
                declaration,
                new Tags(tags),
                false));
    }

    private static Type<List<String>> texts(RangeConstraint size, TextConstraint text) {
        return atMost((int) size.max(), list(text(text)));
    }

    private static <V> Type<V> atMost(int items, Type<V> list) {
        return list.withKeyword("maxItems", IntNode.valueOf(items));
    }
}
