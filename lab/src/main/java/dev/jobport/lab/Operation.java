package dev.jobport.lab;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What job workers ask. */
public enum Operation {
    POLL_FOR_JOBS,
    GET_JOB_DETAILS,
    ACKNOWLEDGE_JOB,
    PUT_JOB_SUCCESS_RESULT,
    PUT_JOB_FAILURE_RESULT,
    POLL_FOR_THIRD_PARTY_JOBS,
    GET_THIRD_PARTY_JOB_DETAILS,
    ACKNOWLEDGE_THIRD_PARTY_JOB,
    PUT_THIRD_PARTY_JOB_SUCCESS_RESULT,
    PUT_THIRD_PARTY_JOB_FAILURE_RESULT,
    /** Of S3: an artifact is read. */
    GET_OBJECT,
    HEAD_OBJECT,
    /** Of S3: an artifact is stored. */
    PUT_OBJECT;

    private final String wireName = Stream.of(name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());

    /** Whether it is asked of S3, and not of CodePipeline. */
    public boolean isOfArtifacts() {
        return name().endsWith("_OBJECT");
    }

    /** As AWS spells it: {@code PollForJobs}. */
    public String wireName() {
        return wireName;
    }
}
