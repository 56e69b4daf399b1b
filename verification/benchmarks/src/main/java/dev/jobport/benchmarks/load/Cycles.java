package dev.jobport.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The cycles of one round: how many are still to be made, by whichever connection is free, how long each took, and
 * whatever was not as it must be.
 */
final class Cycles {

    private static final int PROBLEMS_TOLD = 5;

    /** The four calls of a cycle. */
    enum Call {
        Poll,
        Details,
        Acknowledge,
        Success
    }

    private final Set<String> jobIds = new HashSet<>();
    private final Latencies whole = new Latencies();
    private final Latencies calls = new Latencies();
    private final Map<Call, Latencies> byCall = new EnumMap<>(Call.class);
    private int left;
    private int completed;
    private int duplicates;
    private int problems;

    Cycles(int cycles) {
        this.left = cycles;
        for (Call call : Call.values()) {
            byCall.put(call, new Latencies());
        }
    }

    /** Lets so many connections make the cycles. */
    Result run(Target target, int connections) {
        List<Cycle> each = IntStream.range(0, connections)
                .mapToObj(i -> new Cycle(target, this))
                .toList();
        long cpu = cpuNanos();
        double seconds = target.grpc()
                .map(there -> GrpcLoad.run(there, target, each))
                .orElseGet(() -> LoadGenerator.run(target.address(), each));
        return new Result(seconds, (cpuNanos() - cpu) / 1e9, completed, duplicates, problems, whole, calls, byCall);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    boolean another() {
        return left-- > 0;
    }

    void called(Call call, long nanos) {
        calls.add(nanos);
        byCall.get(call).add(nanos);
    }

    void completed(long nanos) {
        completed++;
        whole.add(nanos);
    }

    /** Remembers a job that was handed out. */
    void handedOut(String jobId) {
        if (!jobIds.add(jobId)) {
            duplicates++;
        }
    }

    void problem(Call call, Answer answer) {
        if (problems++ < PROBLEMS_TOLD) {
            System.err.println(call + " was answered with " + answer);
        }
    }

    /**
     * How a round went.
     *
     * @param cpuSeconds of this whole process, the load generator included
     * @param completed cycles all of whose answers were right
     * @param duplicates jobs that were handed out before in this round
     * @param problems answers that were not what they must be; each ended its cycle
     */
    record Result(
            double seconds,
            double cpuSeconds,
            int completed,
            int duplicates,
            int problems,
            Latencies cycles,
            Latencies calls,
            Map<Call, Latencies> byCall) {

        double perSecond() {
            return completed / seconds;
        }

        double cpuMicrosEach() {
            return cpuSeconds * 1e6 / completed;
        }
    }
}
