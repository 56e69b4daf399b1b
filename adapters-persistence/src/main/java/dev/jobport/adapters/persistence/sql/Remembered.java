package dev.jobport.adapters.persistence.sql;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.job.Job;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How much of what was read or written last is kept in memory, and about how much memory it takes. By size and not by
 * number, because how large a job or an action type is, is its author's choice.
 */
public final class Remembered {

    /** Some 2,000 jobs of the usual size. */
    private static final long MAX_BYTES = 8L * 1024 * 1024;

    /** About how much memory a job or an action type takes that holds no text. */
    private static final int BYTES_WITHOUT_TEXT = 3 * 1024;

    private static final int BYTES_A_CHARACTER = 2;
    private static final long BYTES_AN_ARTIFACT = 4096;
    private static final long BYTES_A_TRANSITION = 64;

    private Remembered() {}

    /** What alone is larger than all that may be kept is left out. */
    public static <K, V> Cache<K, V> bySize(ToLongFunction<V> bytes) {
        return CacheBuilder.newBuilder()
                .concurrencyLevel(1) // a part of the room for each of several would leave out what fits into the whole
                .maximumWeight(MAX_BYTES)
                .<K, V>weigher((key, value) -> (int) Math.min(Integer.MAX_VALUE, bytes.applyAsLong(value)))
                .build();
    }

    /** With its action. */
    public static long bytes(Job job) {
        return bytes(job.action())
                + characters(Stream.of(job.progress().outputVariables().values()))
                + BYTES_A_TRANSITION * job.transitions().size();
    }

    /** All of its text is in what it is shown as. */
    public static long bytes(ActionType type) {
        return BYTES_WITHOUT_TEXT + BYTES_A_CHARACTER * (long) type.toString().length();
    }

    static long bytes(ActionExecution action) {
        int artifacts = action.input().inputArtifacts().size()
                + action.input().outputArtifacts().size();
        return BYTES_WITHOUT_TEXT
                + characters(Stream.of(action.input().configuration()))
                + BYTES_AN_ARTIFACT * artifacts;
    }

    private static long characters(Stream<Map<String, String>> texts) {
        return BYTES_A_CHARACTER
                * texts.flatMap(all -> all.entrySet().stream())
                        .mapToLong(
                                text -> text.getKey().length() + text.getValue().length())
                        .sum();
    }
}
