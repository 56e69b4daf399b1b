package dev.jobport.adapters.credentials;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What of its role's rights an action gets: to read its input artifacts, to write its output artifacts, and to use the key
 * that they are encrypted with. An action without artifacts gets credentials as any other, and they are good for nothing.
 */
final class SessionPolicy {

    /** In characters (STS API Reference, AssumeRole). */
    private static final int LONGEST = 2048;

    /** What stands for something else in the name of a resource (IAM User Guide, policy variables). */
    private static final Pattern SPECIAL = Pattern.compile("[*?$]");

    private static final String KEY = "key/";
    private static final String ALIAS = "alias/";

    private SessionPolicy() {}

    /**
     * Names objects; only buckets if the names of the objects are too long for a policy.
     *
     * @param account whose key is meant where its id or alias is no ARN
     */
    static String of(ActionInput input, Account account, String partition) {
        String arn = "arn:" + partition + ":s3:::";
        String kms = "arn:" + partition + ":kms:" + account.region() + ":" + account.id() + ":";
        String objects = of(input, kms, at -> arn + literal(at.bucketName()) + "/" + literal(at.objectKey()));
        return objects.length() <= LONGEST ? objects : of(input, kms, at -> arn + literal(at.bucketName()) + "/*");
    }

    private static String of(ActionInput input, String kms, Function<S3Location, String> resource) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        List<String> read = resources(input.inputArtifacts(), resource);
        List<String> written = resources(input.outputArtifacts(), resource);
        allow(statements, read, "s3:GetObject", "s3:GetObjectVersion");
        allow(statements, written, "s3:PutObject");
        input.encryptionKey()
                .filter(key -> !statements.isEmpty())
                .ifPresent(key -> allowKey(statements, key.id().startsWith("arn:") ? key.id() : kms + named(key.id())));
        if (statements.isEmpty()) {
            statements.addObject().put("Effect", "Deny").put("Action", "*").put("Resource", "*");
        }
        return policy.toString();
    }

    private static List<String> resources(List<Artifact> artifacts, Function<S3Location, String> resource) {
        return artifacts.stream()
                .map(Artifact::location)
                .flatMap(Optional::stream)
                .map(resource)
                .distinct()
                .toList();
    }

    private static void allow(ArrayNode statements, List<String> resources, String... actions) {
        if (!resources.isEmpty()) {
            statement(statements, resources, actions);
        }
    }

    private static ObjectNode statement(ArrayNode statements, List<String> resources, String... actions) {
        ObjectNode statement = statements.addObject().put("Effect", "Allow");
        List.of(actions).forEach(statement.putArray("Action")::add);
        resources.forEach(statement.putArray("Resource")::add);
        return statement;
    }

    private static String named(String id) {
        return id.startsWith(ALIAS) || id.startsWith(KEY) ? id : KEY + id;
    }

    /** A policy names a key by its ARN only; one that is known by an alias is meant by a condition (KMS Developer Guide). */
    private static void allowKey(ArrayNode statements, String arn) {
        int alias = arn.indexOf(":" + ALIAS);
        String resource = alias < 0 ? arn : arn.substring(0, alias + 1) + KEY + "*";
        ObjectNode statement = statement(statements, List.of(resource), "kms:Decrypt", "kms:GenerateDataKey");
        if (alias >= 0) {
            statement
                    .putObject("Condition")
                    .putObject("ForAnyValue:StringEquals")
                    .put("kms:ResourceAliases", arn.substring(alias + 1));
        }
    }

    private static String literal(String name) {
        return SPECIAL.matcher(name).replaceAll("\\${$0}");
    }
}
