package dev.jobport.benchmarks.load;

import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drives a server that runs already, Jobport or another one that speaks the protocol. */
@Command(name = "load", description = "Full cycles against any endpoint, each answer checked, duplicates counted.")
public final class LoadCommand implements Runnable {

    @Option(names = "--endpoint", required = true, description = "e.g. http://127.0.0.1:8460")
    private URI endpoint;

    @Option(names = "--connections", defaultValue = "16")
    private int connections;

    @Option(names = "--cycles", defaultValue = "10000")
    private int cycles;

    @Option(names = "--family", defaultValue = "ThirdParty", description = "${COMPLETION-CANDIDATES}")
    private Family family;

    @Option(
            names = "--filled",
            description =
                    "The jobs are there already; otherwise they are made through Jobport's control API. They are of"
                            + " the action type FAMILY/Test/Load/1 and, of third-party actions, of the client "
                            + Target.CLIENT_ID
                            + " with the token "
                            + Target.CLIENT_TOKEN)
    private boolean filled;

    @Override
    public void run() {
        Target target = Target.at(endpoint, family);
        if (!filled) {
            Filling.prepare(target);
            Filling.start(target, cycles);
        }
        Cycles.Result result = new Cycles(cycles).run(target, connections);
        System.out.printf(
                "%d connections: %.0f cycles/s; a cycle took %.2f ms (p50), %.2f ms (p99); %d duplicates, %d wrong"
                        + " answers%n",
                connections,
                result.perSecond(),
                result.cycles().percentile(50),
                result.cycles().percentile(99),
                result.duplicates(),
                result.problems());
    }
}
