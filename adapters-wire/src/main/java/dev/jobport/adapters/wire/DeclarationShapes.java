package dev.jobport.adapters.wire;

import static dev.jobport.adapters.wire.json.Types.BOOLEAN;
import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.seconds;
import static dev.jobport.adapters.wire.json.Types.text;

import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How its provider declares an action type: the newer shape, with other names for what both shapes have. */
final class DeclarationShapes {

    static final Shape<ActionTypeId> ID = ActionTypeShapes.id(text(
            ActionTypeId.DECLARED_OWNER,
            owner -> ActionOwner.valueOf(ActionTypeId.DECLARED_OWNER.require(owner)),
            ActionOwner::name));

    private static final Type<List<String>> ACCOUNTS =
            AwsCollections.texts(ProviderDeclaration.ACCOUNTS, ProviderDeclaration.ALLOWED_ACCOUNT);
    private static final Type<List<String>> POLLING_ACCOUNTS =
            AwsCollections.texts(ProviderDeclaration.ACCOUNTS, Account.ID);
    private static final Type<List<String>> PRINCIPALS =
            AwsCollections.texts(ProviderDeclaration.SERVICE_PRINCIPALS, ProviderDeclaration.SERVICE_PRINCIPAL);

    /** Whether a Lambda function is declared to carry jobs out: it is read and never shown. */
    private static final Shape<Boolean> LAMBDA = Shape.of("LambdaExecutorConfiguration", form -> {
        form.required("lambdaFunctionArn", text(ExecutorType.LAMBDA_FUNCTION_ARN));
        return true;
    });

    private static final Shape<Pollers> JOB_WORKER = Shape.of("JobWorkerExecutorConfiguration", form -> {
        var accounts = form.orAbsent("pollingAccounts", POLLING_ACCOUNTS, List.of(), Pollers::accounts);
        var principals = form.orAbsent("pollingServicePrincipals", PRINCIPALS, List.of(), Pollers::servicePrincipals);
        return form.build(() -> new Pollers(accounts, principals));
    });

    private static final Shape<Executors> CONFIGURATION = Shape.of("ExecutorConfiguration", form -> {
        boolean isLambda = form.optional("lambdaExecutorConfiguration", LAMBDA, shown -> Optional.<Boolean>empty())
                .orElse(false);
        var pollers =
                form.optional("jobWorkerExecutorConfiguration", JOB_WORKER, shown -> Optional.of(shown.pollers()));
        return form.build(() -> new Executors(pollers.orElse(new Pollers(List.of(), List.of())), isLambda));
    });

    private static final Shape<Executor> EXECUTOR = Shape.of("ActionTypeExecutor", form -> {
        var configuration = form.required("configuration", CONFIGURATION, Executor::configuration);
        var type = form.required("type", constant(ExecutorType.class), Executor::type);
        var template = form.optional(
                "policyStatementsTemplate",
                text(ProviderDeclaration.POLICY_STATEMENTS_TEMPLATE),
                Executor::policyStatementsTemplate);
        var jobTimeout = form.optional("jobTimeout", seconds(Timing.DECLARED_JOB_SECONDS), Executor::jobTimeout);
        return form.build(() -> new Executor(
                configuration, configuration.isLambda() ? ExecutorType.Lambda : type, template, jobTimeout));
    });

    private static final Shape<List<String>> PERMISSIONS = Shape.of("ActionTypePermissions", form -> {
        var accounts = form.required("allowedAccounts", ACCOUNTS, Function.identity());
        return form.build(() -> accounts);
    });

    private static final Shape<ConfigurationProperty> PROPERTY = Shape.of("ActionTypeProperty", form -> {
        var name = form.required("name", text(ConfigurationProperty.NAME), ConfigurationProperty::name);
        var optional = form.required("optional", BOOLEAN, property -> !property.required());
        var key = form.required("key", BOOLEAN, ConfigurationProperty::key);
        var noEcho = form.required("noEcho", BOOLEAN, ConfigurationProperty::secret);
        var queryable = form.orElse("queryable", BOOLEAN, false, ConfigurationProperty::queryable);
        var description = form.optional(
                "description", text(ConfigurationProperty.DESCRIPTION), ConfigurationProperty::description);
        return form.build(() -> new ConfigurationProperty(
                name, !optional, key, noEcho, queryable, description, ConfigurationProperty.Type.String));
    });

    private static final Type<List<ConfigurationProperty>> PROPERTIES =
            AwsCollections.list(PROPERTY, ActionTypeDefinition.MAX_PROPERTIES);

    private static final Shape<ActionTypeSettings> URLS = Shape.of("ActionTypeUrls", form -> {
        var configurationUrl =
                form.optional("configurationUrl", ActionTypeShapes.URL, ActionTypeSettings::thirdPartyConfigurationUrl);
        var entityUrlTemplate =
                form.optional("entityUrlTemplate", ActionTypeShapes.TEMPLATE, ActionTypeSettings::entityUrlTemplate);
        var executionUrlTemplate = form.optional(
                "executionUrlTemplate", ActionTypeShapes.TEMPLATE, ActionTypeSettings::executionUrlTemplate);
        var revisionUrlTemplate = form.optional(
                "revisionUrlTemplate", ActionTypeShapes.TEMPLATE, ActionTypeSettings::revisionUrlTemplate);
        return form.build(() ->
                new ActionTypeSettings(configurationUrl, entityUrlTemplate, executionUrlTemplate, revisionUrlTemplate));
    });

    private static final Shape<ArtifactDetails> DETAILS = ActionTypeShapes.artifactDetails(ArtifactDetails.COUNT);

    static final Shape<ActionTypeDeclaration> DECLARATION = Shape.of("ActionTypeDeclaration", form -> {
        var description = form.optional(
                "description",
                text(ProviderDeclaration.DESCRIPTION),
                it -> it.declaration().description());
        var executor = form.required("executor", EXECUTOR, Executor::of);
        var id = form.required("id", ID, ActionTypeDeclaration::id);
        var inputArtifactDetails = form.required(
                "inputArtifactDetails", DETAILS, it -> it.definition().inputArtifactDetails());
        var outputArtifactDetails = form.required(
                "outputArtifactDetails", DETAILS, it -> it.definition().outputArtifactDetails());
        var allowedAccounts = form.orAbsent(
                "permissions", PERMISSIONS, List.of(), it -> it.declaration().allowedAccounts());
        var properties = form.orElse(
                "properties", PROPERTIES, List.of(), it -> it.definition().configurationProperties());
        var urls = form.orAbsent(
                "urls", URLS, ActionTypeSettings.NONE, it -> it.definition().settings());
        return form.build(() -> new ActionTypeDeclaration(
                id,
                new ActionTypeDefinition(urls, properties, inputArtifactDetails, outputArtifactDetails),
                executor.type(),
                executor.jobTimeout(),
                new ProviderDeclaration(
                        description,
                        allowedAccounts,
                        executor.configuration().pollers().accounts(),
                        executor.configuration().pollers().servicePrincipals(),
                        executor.policyStatementsTemplate())));
    });

    /** Who polls for jobs. */
    private record Pollers(List<String> accounts, List<String> servicePrincipals) {}

    private record Executors(Pollers pollers, boolean isLambda) {}

    private record Executor(
            Executors configuration,
            ExecutorType type,
            Optional<String> policyStatementsTemplate,
            Optional<Duration> jobTimeout) {

        static Executor of(ActionTypeDeclaration declaration) {
            ProviderDeclaration provider = declaration.declaration();
            Pollers pollers = new Pollers(provider.pollingAccounts(), provider.pollingServicePrincipals());
            return new Executor(
                    new Executors(pollers, false),
                    declaration.executorType(),
                    provider.policyStatementsTemplate(),
                    declaration.jobTimeout());
        }
    }

    private DeclarationShapes() {}

    /** How an action type is declared that is there. */
    static ActionTypeDeclaration of(ActionType actionType) {
        return new ActionTypeDeclaration(
                actionType.id(),
                actionType.definition(),
                ExecutorType.JobWorker,
                Optional.of(actionType.timing().jobTimeout()),
                actionType.declaration());
    }
}
