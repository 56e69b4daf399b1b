package dev.jobport.benchmarks.load;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.jobport.bootstrap.TemporaryDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks where a server's processor time goes. The load comes from this process, so that it is not in the picture. */
@Command(
        name = "profile",
        description = "A flame graph of each store's server under load, and its processor time by area.")
public final class ProfileCommand implements Runnable {

    private static final String JVM_OPTIONS =
            "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:+EnableDynamicAgentLoading";

    @Option(
            names = "--store",
            split = ",",
            description = "The name of a kind (a new store is made for it), or a setting. Default: each kind")
    private List<String> stores;

    @Option(names = "--connections", defaultValue = "64")
    private int connections;

    @Option(names = "--cycles", defaultValue = "40000", description = "Under the profiler. Default: ${DEFAULT-VALUE}")
    private int cycles;

    @Option(
            names = "--warm-up",
            defaultValue = "20000",
            description = "Cycles before the profiler starts. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Override
    public void run() {
        for (String store : Kinds.orAll(stores)) {
            Kinds.atNewPlace(store, setting -> profile(store.replaceFirst(":.*", ""), setting));
        }
    }

    private void profile(String kind, String setting) {
        Path graph = Path.of(System.getProperty("jobport.home", "."), "verification/benchmarks/target")
                .resolve("profile-" + kind + "-java" + Runtime.version().feature() + ".html");
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                Launched server = Launched.start(setting, JVM_OPTIONS, Redirect.INHERIT)) {
            server.awaitAnswer();
            Target target = Target.at(server.uri(), Family.ThirdParty);
            Filling.prepare(target);
            Filling.start(target, warmUp + cycles);
            new Cycles(warmUp).run(target, connections);

            Path stacks = directory.file("stacks");
            Profiler profiler = new Profiler(VirtualMachine.attach(Long.toString(server.pid())), library(directory));
            String event = profiler.start();
            Cycles.Result result = new Cycles(cycles).run(target, connections);
            String title = "%s: %d cycles on %d connections; Java %s; %s"
                    .formatted(kind, cycles, connections, Runtime.version(), event);
            profiler.tell("stop,collapsed,file=" + stacks);
            profiler.tell("flamegraph,title=" + title + ",file=" + graph);
            System.out.printf(
                    "%s; %.0f cycles/s; %d duplicates, %d wrong answers%n",
                    title, result.perSecond(), result.duplicates(), result.problems());
            tell(Area.count(stacks));
            System.out.println(graph + "\n");
        } catch (IOException | InterruptedException | AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(Map<Area, Long> samples) {
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        samples.forEach((area, count) -> System.out.printf("  %-24s %5.1f %%%n", area, 100 * count / all));
        System.out.printf("  of %.0f samples%n", all);
    }

    /** The profiler's jar holds its library for each platform that it knows. */
    private static Path library(TemporaryDirectory directory) throws IOException {
        boolean isArm = System.getProperty("os.arch").equals("aarch64");
        String platform =
                System.getProperty("os.name").startsWith("Mac") ? "macos" : isArm ? "linux-arm64" : "linux-x64";
        Path library = directory.file("libasyncProfiler.so");
        try (InputStream packed = ClassLoader.getSystemResourceAsStream(platform + "/" + library.getFileName())) {
            Files.copy(packed, library);
        }
        return library;
    }

    /** async-profiler in another process. */
    private record Profiler(VirtualMachine server, Path library) {

        /** @return where its samples come from */
        String start() throws IOException {
            try {
                tell("start,event=cpu-clock,interval=1ms,log=stderr");
                return "perf events";
            } catch (IllegalStateException noPerfEvents) {
                tell("start,event=itimer,interval=1ms,log=stderr");
                return "itimer because perf events may not be used: without the kernel's own frames";
            }
        }

        void tell(String command) throws IOException {
            try {
                server.loadAgentPath(library.toString(), command);
            } catch (AgentLoadException | AgentInitializationException e) {
                throw new IllegalStateException("the profiler refuses " + command + "; the log tells why", e);
            }
        }
    }
}
