package dev.jobport.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.cli.Legible;
import dev.jobport.conformance.wire.Key;
import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.conformance.wire.WireClient;
import dev.jobport.conformance.wire.WirePipelines;
import dev.jobport.contracts.worker.JobWorkerWorld;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes what a run that was interrupted has left at an endpoint. */
@Command(
        name = "clean",
        description = {
            "Delete the pipelines and the custom action types that a run has left behind, because it was interrupted.",
            "Only those go whose names begin with " + JobWorkerWorld.NAMED
                    + "; each is listed. No run may be under way.",
            "It exits with 0 if none is left, and with 3 if something could not be listed or deleted."
        },
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Target target;

    private boolean isClean = true;

    CleanCommand() {
        this(System::getenv);
    }

    CleanCommand(UnaryOperator<String> environment) {
        this.target = new Target(environment);
    }

    @Override
    public Integer call() {
        URI uri = target.uri();
        Key key = target.key();
        WirePipelines endpoint = new WirePipelines(
                new WireClient(uri, any -> key, InstantSource.system(), exchange -> {}), target.caller());
        ObjectNode custom = WirePipelines.json().put("actionOwnerFilter", "Custom");
        delete("pipelines", endpoint::names, Function.identity(), endpoint::delete);
        delete(
                "action types",
                () -> endpoint.everyPage("ListActionTypes", custom, "actionTypes", it -> it.path("id")),
                it -> it.path("provider").asText(),
                id -> endpoint.ask("DeleteCustomActionType", key(id)));
        return isClean ? 0 : Result.Conclusion.INCONCLUSIVE.exitCode;
    }

    private static ObjectNode key(JsonNode id) {
        ObjectNode key = WirePipelines.json();
        List.of("category", "provider", "version").forEach(member -> key.set(member, id.path(member)));
        return key;
    }

    private <T> void delete(String kind, Supplier<List<T>> all, Function<T, String> name, Consumer<T> deletion) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<T> ours = all.get().stream()
                    .filter(it -> name.apply(it).startsWith(JobWorkerWorld.NAMED))
                    .toList();
            out.println(kind + " left behind: " + ours.size());
            for (T each : ours) {
                out.println(Legible.line(name.apply(each) + told(() -> deletion.accept(each))));
            }
        } catch (SetUpFailed e) {
            isClean = false;
            out.println(Legible.line(kind + " cannot be listed: " + e.getMessage()));
        }
        out.flush();
    }

    private String told(Runnable deletion) {
        try {
            deletion.run();
            return " deleted";
        } catch (SetUpFailed e) {
            isClean = false;
            return " not deleted: " + e.getMessage();
        }
    }
}
