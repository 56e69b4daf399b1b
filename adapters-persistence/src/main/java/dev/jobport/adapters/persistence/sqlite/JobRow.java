package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.domain.job.Job;
import java.util.stream.Stream;

/**
 * A job and its place in the tables.
 *
 * @param seq the job's, in the order of adding
 * @param actionSeq its action's
 */
record JobRow(long seq, long actionSeq, Job job) {

    /** About how much memory a job takes that holds no text of its client's. */
    private static final int BYTES_WITHOUT_TEXT = 3 * 1024;

    private static final int BYTES_A_CHARACTER = 2;

    /** About how much memory the job takes, from above. */
    int bytes() {
        long characters = Stream.of(
                        job.action().input().configuration(),
                        job.progress().outputVariables().values())
                .flatMap(texts -> texts.entrySet().stream())
                .mapToLong(text -> text.getKey().length() + text.getValue().length())
                .sum();
        long artifacts = 4096L
                * (job.action().input().inputArtifacts().size()
                        + job.action().input().outputArtifacts().size());
        long transitions = 64L * job.transitions().size();
        long bytes = BYTES_WITHOUT_TEXT + BYTES_A_CHARACTER * characters + artifacts + transitions;
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    /** The same place, with what was made of the job and is written there. */
    JobRow with(Job next) {
        return new JobRow(seq, actionSeq, next.recorded());
    }
}
