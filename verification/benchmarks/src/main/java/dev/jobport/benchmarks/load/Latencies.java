package dev.jobport.benchmarks.load;

import java.util.Arrays;

/** Every single duration, so that a percentile is one that somebody has waited for. */
public final class Latencies {

    private long[] nanos = new long[1 << 12];
    private int size;

    public void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    public void add(Latencies others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    /** In milliseconds; {@code NaN} if there is none. */
    public double percentile(double percent) {
        if (size == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, size);
        int rank = (int) Math.ceil(percent / 100 * size);
        return nanos[Math.max(rank, 1) - 1] / 1e6;
    }
}
