package dev.jobport.verify;

import static dev.jobport.verify.Sin.sin;

import dev.jobport.adapters.wire.client.RawClient;
import dev.jobport.lab.Lab;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.JobNotFoundException;

/** What a worker wrongly makes of errors. */
final class ErrorSins {

    private static final String OF_NOBODY = "00000000-0000-4000-8000-000000000000";

    static final List<Sin> ALL = List.of(
            sin("ERR-1", "keeps its pace when it is throttled", lab -> new OwnWorker(lab, 1) {
                        @Override
                        long pause() {
                            return 400;
                        }

                        @Override
                        long pauseAfter(RuntimeException error, long before) {
                            return pause();
                        }
                    })
                    .showsIn("throttled polls"),
            sin("ERR-2", "takes a retry for another call", lab -> new OwnWorker(lab, 1) {
                        @Override
                        void succeed(Job job) {
                            try {
                                super.succeed(job);
                            } catch (SdkClientException | UncheckedIOException e) {
                                super.succeed(job);
                            }
                        }
                    })
                    .showsIn("the result's answer is lost"),
            sin("ERR-3", "asks for a job that nobody knows again and again", lab -> new OwnWorker(lab) {
                @Override
                void serve(Job job) {
                    for (int i = 0; i < 3; i++) {
                        try {
                            client.getJobDetails(it -> it.jobId(OF_NOBODY));
                        } catch (JobNotFoundException e) {
                            // perhaps the next time
                        }
                    }
                    super.serve(job);
                }
            }),
            sin("ERR-4", "ends when it is told more than it knows", Puzzled::new)
                    .showsIn("a job", "answers with members that are not known yet"),
            sin("ERR-5", "ends when a connection breaks", lab -> new OwnWorker(lab, 1) {
                        @Override
                        long pauseAfter(RuntimeException error, long before) {
                            throw error;
                        }
                    })
                    .showsIn("the acknowledgement's answer is lost"),
            sin("ERR-6", "goes by its own clock", lab -> new OwnWorker(lab) {
                        @Override
                        List<Job> poll() {
                            return isRightByItsClock(lab) ? super.poll() : List.of();
                        }
                    })
                    .showsIn("a clock that is ten minutes off")
                    .with(Sin.tempo(
                            Duration.ofSeconds(8),
                            Duration.ofMillis(5_800),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(300))),
            sin("ERR-7", "waits for an answer for ever", lab -> new OwnWorker(lab, 1, Duration.ZERO))
                    .showsIn("no answer at all")
                    .with(Sin.tempo(
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(1),
                            Duration.ofMillis(300),
                            Duration.ofMillis(2_500))));

    private ErrorSins() {}

    /** Asked without the SDK, which would correct its clock, for all its clients in this JVM. */
    private static boolean isRightByItsClock(Lab lab) {
        try (RawClient client =
                new RawClient(lab.endpoint(), lab.accessKeyId(), lab.secretAccessKey(), InstantSource.system())) {
            String nobodys = "{\"jobId\":\"" + UUID.randomUUID() + "\"}";
            return client.call("GetJobDetails", nobodys).error().equals("JobNotFoundException");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads each answer itself. */
    private static final class Puzzled extends OwnWorker {

        private volatile boolean isPuzzled;
        private final CodePipelineClient strict = strict();

        Puzzled(Lab lab) {
            super(lab);
        }

        private CodePipelineClient strict() {
            ExecutionInterceptor reader = new ExecutionInterceptor() {
                @Override
                public Optional<InputStream> modifyHttpResponseContent(
                        Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                    return context.responseBody().map(body -> {
                        try {
                            byte[] read = body.readAllBytes();
                            isPuzzled = new String(read, StandardCharsets.UTF_8).contains("OfTomorrow");
                            return new ByteArrayInputStream(read);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                }
            };
            return client(5, Duration.ofSeconds(5))
                    .overrideConfiguration(it -> it.addExecutionInterceptor(reader))
                    .build();
        }

        @Override
        List<Job> poll() {
            List<Job> jobs = strict.pollForJobs(
                            poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(1))
                    .jobs();
            if (isPuzzled) {
                throw new IllegalStateException("What is memberOfTomorrow?");
            }
            return jobs;
        }
    }
}
