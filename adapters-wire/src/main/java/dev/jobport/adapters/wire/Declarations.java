package dev.jobport.adapters.wire;

import dev.jobport.adapters.wire.json.ActionTypeParts;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.ExecutorType;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.action.UrlTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how its provider declares an action type: the newer shape, with other names for what both shapes have. */
final class Declarations {

    private Declarations() {}

    static ActionTypeDeclaration read(Members in) {
        var description = in.optional("description", ProviderDeclaration.DESCRIPTION::require);
        var executor = in.requiredStructure("executor", Declarations::executor);
        var id = in.requiredStructure("id", Declarations::id);
        var inputArtifactDetails = in.requiredStructure("inputArtifactDetails", Declarations::artifacts);
        var outputArtifactDetails = in.requiredStructure("outputArtifactDetails", Declarations::artifacts);
        var allowedAccounts = in.optionalStructure("permissions", Declarations::allowedAccounts);
        var properties =
                AwsCollections.list(in, "properties", ActionTypeDefinition.MOST_PROPERTIES, Declarations::property);
        var urls = in.optionalStructure("urls", Declarations::urls);
        return in.build(() -> new ActionTypeDeclaration(
                id,
                new ActionTypeDefinition(
                        urls.orElse(ActionTypeSettings.NONE), properties, inputArtifactDetails, outputArtifactDetails),
                executor.type(),
                executor.jobTimeout(),
                new ProviderDeclaration(
                        description,
                        allowedAccounts.orElse(List.of()),
                        executor.pollers().accounts(),
                        executor.pollers().servicePrincipals(),
                        executor.policyStatementsTemplate())));
    }

    static ActionTypeId id(Members in) {
        var category = in.required("category", ActionCategory.class);
        var owner = in.required("owner", text -> ActionOwner.valueOf(ActionTypeId.DECLARED_OWNER.require(text)));
        var provider = in.required("provider", ActionTypeId.PROVIDER::require);
        var version = in.required("version", ActionTypeId.VERSION::require);
        return in.build(() -> new ActionTypeId(category, owner, provider, version));
    }

    private record Executor(
            Pollers pollers,
            ExecutorType type,
            Optional<String> policyStatementsTemplate,
            Optional<Duration> jobTimeout) {}

    /** Who polls for jobs, and whether a Lambda function is declared to carry them out. */
    private record Pollers(List<String> accounts, List<String> servicePrincipals, boolean isLambda) {}

    private static Executor executor(Members in) {
        var pollers = in.requiredStructure("configuration", Declarations::pollers);
        var type = in.required("type", ExecutorType.class);
        var template = in.optional("policyStatementsTemplate", ProviderDeclaration.POLICY_STATEMENTS_TEMPLATE::require);
        var jobTimeout = in.optional("jobTimeout", Timing.DECLARED_JOB_SECONDS).map(Duration::ofSeconds);
        return in.build(
                () -> new Executor(pollers, pollers.isLambda() ? ExecutorType.Lambda : type, template, jobTimeout));
    }

    private static Pollers pollers(Members in) {
        boolean isLambda = in.optionalStructure("lambdaExecutorConfiguration", lambda -> {
                    lambda.required("lambdaFunctionArn", ExecutorType.LAMBDA_FUNCTION_ARN::require);
                    return true;
                })
                .orElse(false);
        Optional<Pollers> workers = in.optionalStructure("jobWorkerExecutorConfiguration", worker -> {
            var accounts = AwsCollections.texts(worker, "pollingAccounts", ProviderDeclaration.ACCOUNTS, Account.ID);
            var principals = AwsCollections.texts(
                    worker,
                    "pollingServicePrincipals",
                    ProviderDeclaration.SERVICE_PRINCIPALS,
                    ProviderDeclaration.SERVICE_PRINCIPAL);
            return worker.build(() -> new Pollers(accounts, principals, isLambda));
        });
        return in.build(() -> workers.orElse(new Pollers(List.of(), List.of(), isLambda)));
    }

    private static List<String> allowedAccounts(Members in) {
        return AwsCollections.requiredTexts(
                in, "allowedAccounts", ProviderDeclaration.ACCOUNTS, ProviderDeclaration.ALLOWED_ACCOUNT);
    }

    private static ArtifactDetails artifacts(Members in) {
        return ActionTypeParts.artifactDetails(in, ArtifactDetails.COUNT);
    }

    private static ConfigurationProperty property(Members in) {
        var name = in.required("name", ConfigurationProperty.NAME::require);
        var optional = in.requiredBoolean("optional");
        var key = in.requiredBoolean("key");
        var noEcho = in.requiredBoolean("noEcho");
        var queryable = in.optionalBoolean("queryable").orElse(false);
        var description = in.optional("description", ConfigurationProperty.DESCRIPTION::require);
        return in.build(() -> new ConfigurationProperty(
                name, !optional, key, noEcho, queryable, description, ConfigurationProperty.Type.String));
    }

    private static ActionTypeSettings urls(Members in) {
        var configurationUrl = in.optional("configurationUrl", ActionTypeSettings.URL::require);
        var entityUrlTemplate = in.optional("entityUrlTemplate", UrlTemplate::new);
        var executionUrlTemplate = in.optional("executionUrlTemplate", UrlTemplate::new);
        var revisionUrlTemplate = in.optional("revisionUrlTemplate", UrlTemplate::new);
        return in.build(() ->
                new ActionTypeSettings(configurationUrl, entityUrlTemplate, executionUrlTemplate, revisionUrlTemplate));
    }
}
