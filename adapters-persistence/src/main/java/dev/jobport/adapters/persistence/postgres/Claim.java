package dev.jobport.adapters.persistence.postgres;

import static java.util.stream.Collectors.groupingBy;

import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Job;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What one poll asks for. Those of a queue at the same time are served as one that wants as much as all of them. */
record Claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {

    /** Locks what each queue has, and passes over what others have locked. Its arguments are {@link #arguments}. */
    static final String LOCK = JobTable.READ + """
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS polled (account, action_type, query_value, earliest, latest, at_most)
            CROSS JOIN LATERAL (
                SELECT * FROM (
                    SELECT * FROM job
                    WHERE status = 'Queued' AND account = polled.account AND action_type = polled.action_type
                      AND query_value = polled.query_value AND action_deadline > polled.latest
                    ORDER BY due_at, seq LIMIT polled.at_most FOR UPDATE SKIP LOCKED
                ) queued
                UNION ALL
                SELECT * FROM (
                    SELECT * FROM job
                    WHERE status IN ('Created', 'Dispatched')
                      AND account = polled.account AND action_type = polled.action_type
                      AND query_value = polled.query_value AND action_deadline > polled.latest
                      AND next_change_at <= polled.earliest
                    ORDER BY due_at, seq LIMIT polled.at_most FOR UPDATE SKIP LOCKED
                ) waiting
                ORDER BY due_at, seq LIMIT polled.at_most
            ) j
            JOIN action_execution a ON a.seq = j.action_execution
            ORDER BY j.due_at, j.seq
            """;

    /** A column for each part of the question, with a place for each queue: what all its polls may be given. */
    static Object[] arguments(List<Claim> together) {
        Collection<List<Claim>> byQueue =
                together.stream().collect(groupingBy(Claim::queue)).values();
        return new Object[] {
            texts(byQueue, queue -> queue.account().toString()),
            texts(byQueue, queue -> queue.actionTypeId().toString()),
            texts(byQueue, JobColumns::queryValue),
            numbers(
                    byQueue,
                    polls -> polls.stream().mapToLong(Claim::millis).min().orElseThrow()),
            numbers(
                    byQueue,
                    polls -> polls.stream().mapToLong(Claim::millis).max().orElseThrow()),
            numbers(byQueue, polls -> polls.stream().mapToLong(Claim::atMost).sum())
        };
    }

    private long millis() {
        return now.toEpochMilli();
    }

    private static String[] texts(Collection<List<Claim>> byQueue, Function<JobQueue, String> part) {
        return byQueue.stream().map(polls -> part.apply(polls.get(0).queue())).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<List<Claim>> byQueue, Function<List<Claim>, Long> part) {
        return byQueue.stream().map(part).toArray(Long[]::new);
    }
}
