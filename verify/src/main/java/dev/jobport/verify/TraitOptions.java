package dev.jobport.verify;

import dev.jobport.lab.TypeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the action type of the worker is like. */
final class TraitOptions {

    /** CodePipeline User Guide, quotas. */
    private static final int MAX_PROPERTIES = 10;

    /** Of a custom action, each of inputs and outputs. */
    private static final int MAX_ARTIFACTS = 5;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--artifacts",
            description = "Let jobs have artifacts, which the worker finds by AWS_ENDPOINT_URL_S3: one to read, Source,"
                    + " and one to store, App, unless others are named.")
    private boolean artifacts;

    @Option(
            names = "--input-artifact",
            paramLabel = "NAME[=FILE]",
            mapFallbackValue = "",
            description = "An artifact that jobs read, and what is in it; a small zip file by default.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--output-artifact", paramLabel = "NAME", description = "An artifact that jobs store.")
    private List<String> outputs = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "K=V",
            description = "The queryable property by which the worker polls, and the value that it asks for.")
    private Map<String, String> query = new LinkedHashMap<>();

    @Option(
            names = "--secret",
            paramLabel = "K=V",
            description = "A secret property that each job has, of 8 characters at least.")
    private Map<String, String> secrets = new LinkedHashMap<>();

    Traits traits() {
        if (query.size() > 1) {
            throw misuse("an action type has one queryable property at most");
        }
        if (inputs.size() > MAX_ARTIFACTS || outputs.size() > MAX_ARTIFACTS) {
            throw misuse("an action has at most " + MAX_ARTIFACTS + " artifacts to read, and as many to store");
        }
        boolean named = !inputs.isEmpty() || !outputs.isEmpty();
        if (artifacts && !named) {
            return new Traits(Map.of("Source", Optional.empty()), List.of("App"), query, secrets);
        }
        Map<String, Optional<byte[]>> contents = new LinkedHashMap<>();
        inputs.forEach((name, file) -> contents.put(name, content(file)));
        return new Traits(contents, outputs, query, secrets);
    }

    private Optional<byte[]> content(String file) {
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw misuse("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** @param others the names of all properties that jobs may have */
    void check(Traits traits, Set<String> others) {
        traits.secrets().forEach((name, value) -> {
            if (value.length() < TypeOptions.LEAST_SECRET) {
                throw misuse("the secret " + name + " has to be of " + TypeOptions.LEAST_SECRET
                        + " characters at least: it is looked for in all that the worker says");
            }
        });
        Set<String> all = traits.properties(others);
        if (all.size() > MAX_PROPERTIES) {
            throw misuse("with --query or --secret, jobs have at most " + MAX_PROPERTIES
                    + " properties, and these are more: " + String.join(", ", all));
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
