package dev.jobport.verify;

import static dev.jobport.verify.Sin.sin;

import dev.jobport.lab.Lab;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.ValidationException;

/** How a worker reports wrongly. */
final class ReportingSins {

    static final List<Sin> ALL = List.of(
            sin("REPORT-1", "reports before it acknowledges", lab -> new OwnWorker(lab) {
                        @Override
                        void serve(Job job) {
                            try {
                                succeed(job);
                            } catch (SdkException e) {
                                super.serve(job);
                            }
                        }
                    })
                    .showsIn("a job")
                    .alsoBreaks("REPORT-6"),
            sin("REPORT-2", "says nothing when its work fails", lab -> new OwnWorker(lab) {
                        @Override
                        void fail(Job job) {}
                    })
                    .showsIn("a failing job")
                    .alsoBreaks("LIFE-1"),
            sin("REPORT-3", "reports a failure after success", lab -> new OwnWorker(lab) {
                @Override
                void succeed(Job job) {
                    super.succeed(job);
                    if (step(job) == steps(job)) {
                        fail(job, "Something went wrong after all.");
                    }
                }
            }),
            sin("REPORT-4", "gives up a result whose answer is lost", lab -> new OwnWorker(lab, 1))
                    .showsIn("the result's answer is lost")
                    .with(Sin.tempo(
                            Duration.ofSeconds(8),
                            Duration.ofMillis(5_300),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(300))),
            sin("REPORT-5", "tells another story each time", lab -> new OwnWorker(lab, 1) {
                        @Override
                        void succeed(Job job) {
                            for (int i = 1; i <= 3; i++) {
                                int attempt = i;
                                try {
                                    client.putJobSuccessResult(success(job)
                                            .executionDetails(it -> it.summary("Built, said " + attempt + " times."))
                                            .build());
                                    return;
                                } catch (SdkException e) {
                                    sleep(20L * attempt);
                                }
                            }
                        }
                    })
                    .showsIn("a throttled result"),
            sin("REPORT-6", "insists on a result that is too late", lab -> new OwnWorker(lab) {
                        @Override
                        void tooLate(Job job) {
                            fail(job, "It was too late for a success.");
                        }
                    })
                    .showsIn("a job", "a job times out while its result is on the way"),
            sin(
                    "REPORT-7",
                    "has a token that is too long",
                    lab -> refusedFirst(lab, (job, result) -> {
                        if (job.data().continuationToken() == null) {
                            result.continuationToken("x".repeat(2049));
                        }
                    })),
            sin(
                    "REPORT-8",
                    "tells variables with a token",
                    lab -> refusedFirst(
                            lab,
                            (job, result) ->
                                    result.continuationToken("run/1").outputVariables(Map.of("Version", "1")))),
            sin("REPORT-9", "goes on and on", lab -> new OwnWorker(lab) {
                        @Override
                        int steps(Job job) {
                            return 100_000;
                        }

                        @Override
                        long pause() {
                            return 40;
                        }
                    })
                    .showsIn("a job")
                    .with(Sin.tempo(
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(300))),
            sin("REPORT-10", "fails without a word", lab -> new OwnWorker(lab) {
                @Override
                void fail(Job job) {
                    try {
                        fail(job, "");
                    } catch (ValidationException e) {
                        super.fail(job);
                    }
                }
            }),
            sin("REPORT-11", "works for long, and nobody can follow", lab -> new OwnWorker(lab) {
                        @Override
                        void work(Job job) {
                            sleep(20_500);
                        }
                    })
                    .showsIn("a job")
                    .with(Sin.tempo(
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(300))),
            sin("REPORT-12", "loses progress", lab -> new OwnWorker(lab) {
                @Override
                PutJobSuccessResultRequest.Builder success(Job job) {
                    return super.success(job)
                            .executionDetails(
                                    it -> it.externalExecutionId(run(job)).percentComplete(100 - step(job)));
                }
            }),
            sin("REPORT-13", "succeeds whatever happened", lab -> new OwnWorker(lab) {
                @Override
                boolean hasFailed(Job job) {
                    return false;
                }
            }),
            sin("REPORT-14", "forgets its runs when it is killed", lab -> new OwnWorker(lab) {
                        private final Map<String, String> runs = new HashMap<>();

                        @Override
                        String run(Job job) {
                            String action =
                                    job.data().pipelineContext().action().actionExecutionId();
                            return runs.computeIfAbsent(action, any -> "run-" + UUID.randomUUID());
                        }
                    })
                    .showsIn("killed between two jobs, and started again"),
            sin("REPORT-15", "fails with the name of a class", lab -> new OwnWorker(lab) {
                @Override
                void fail(Job job) {
                    fail(job, "java.lang.IllegalStateException");
                }
            }));

    private ReportingSins() {}

    private interface Twist {
        void apply(Job job, PutJobSuccessResultRequest.Builder result);
    }

    /** A worker that reports rightly only when it was refused. */
    private static OwnWorker refusedFirst(Lab lab, Twist twist) {
        return new OwnWorker(lab) {
            @Override
            void succeed(Job job) {
                PutJobSuccessResultRequest.Builder result = success(job);
                twist.apply(job, result);
                try {
                    client.putJobSuccessResult(result.build());
                } catch (ValidationException e) {
                    super.succeed(job);
                }
            }
        };
    }
}
