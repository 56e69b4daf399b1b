package dev.jobport.benchmarks.kit;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.Offer;
import dev.jobport.verdict.history.Request;
import dev.jobport.verdict.history.Vantage;
import dev.jobport.verdict.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is measured in one JVM: a line for each figure, in milliseconds. */
final class Kit {

    static final String TYPE = "Custom/Build/Own/1";
    private static final int LABS = 100;
    private static final int JOBS = 1_000;
    private static final int EXCHANGES = 10_000;

    private Kit() {}

    public static void main(String[] args) {
        long began = System.nanoTime();
        lab().close();
        told("the first lab, opened and closed", began, 1);

        began = System.nanoTime();
        for (int i = 0; i < LABS; i++) {
            lab().close();
        }
        told("each of 100 further labs", began, LABS);

        jump("the first jump of 24 h, which ends 10 jobs", 10);
        jump("a jump that ends 1,000 jobs", JOBS);
        jump("a later one that ends 10 jobs", 10);

        History history = history();
        for (String time : List.of("first", "second")) {
            began = System.nanoTime();
            RuleSet.newest().judge(history);
            told("the " + time + " verdict of 10,000 exchanges", began, 1);
        }
    }

    private static void jump(String what, int jobs) {
        try (Lab lab = lab()) {
            for (int i = 0; i < jobs; i++) {
                lab.start(TYPE);
            }
            long began = System.nanoTime();
            lab.time().advance(Duration.ofHours(24));
            told(what, began, 1);
        }
    }

    private static Lab lab() {
        return Lab.builder().actionType(TYPE).start();
    }

    static void told(String what, long began, int times) {
        System.out.println(what + "=" + (System.nanoTime() - began) / 1e6 / times);
    }

    /** Jobs that are polled for, acknowledged, and reported. */
    private static History history() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EXCHANGES; i++) {
            String job = "job-" + i / 3;
            Optional<String> nonce = Optional.of("#n" + (i / 3 + 1));
            Instant arrived = start.plusMillis(10L * i);
            List<Offer> offers = i % 3 > 0
                    ? List.of()
                    : List.of(new Offer(
                            job,
                            Optional.of("action-" + i / 3),
                            nonce,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
            String operation = List.of("PollForJobs", "AcknowledgeJob", "PutJobSuccessResult")
                    .get(i % 3);
            Map<String, String> members = switch (i % 3) {
                case 0 -> Map.of();
                case 1 -> Map.of("jobId", job, "nonce", nonce.orElseThrow());
                default -> Map.of("jobId", job);
            };
            events.add(new Exchange(
                    i + 1,
                    new Request(arrived, 1, "key", operation, Optional.of("call-" + i), 1, true, "benchmark", members),
                    new Answer(
                            Optional.of(arrived.plusMillis(1)),
                            200,
                            Optional.empty(),
                            Optional.empty(),
                            i % 3 == 1 ? Optional.of("InProgress") : Optional.empty(),
                            offers),
                    Optional.empty()));
        }
        Heading heading =
                new Heading(start, Set.of(Vantage.WIRE, Vantage.LIFE), 1, "benchmark", "benchmark", Expectations.USUAL);
        return new History(heading, events, 0);
    }
}
