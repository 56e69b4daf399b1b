package dev.jobport.verify;

import static dev.jobport.verify.OwnWorker.TYPE_ID;
import static dev.jobport.verify.Sin.sin;

import dev.jobport.lab.Lab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.ValidationException;

/** How a worker asks for jobs wrongly. */
final class PollingSins {

    static final List<Sin> ALL = List.of(
            sin("POLL-1", "does not wait after an empty answer", lab -> new OwnWorker(lab) {
                @Override
                long pause() {
                    return 5;
                }
            }),
            sin("POLL-2", "has two pollers that go in step", InStep::new)
                    .showsIn("a job")
                    .watchedFor(Duration.ofSeconds(5)),
            sin("POLL-3", "asks for ten jobs and takes one", lab -> new OwnWorker(lab) {
                private boolean hasLeftSome;

                @Override
                List<Job> poll() {
                    List<Job> jobs = client.pollForJobs(
                                    poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(10))
                            .jobs();
                    if (jobs.size() < 2 || hasLeftSome) {
                        return jobs;
                    }
                    hasLeftSome = true;
                    return jobs.subList(0, 1);
                }
            }),
            sin("POLL-4", "acknowledges when the lease has lapsed", lab -> new OwnWorker(lab) {
                        @Override
                        void serve(Job job) {
                            sleep(2_300);
                            super.serve(job);
                        }
                    })
                    .showsIn("a job"),
            sin("POLL-5", "asks by a property that its type does not have", lab -> new OwnWorker(lab) {
                @Override
                List<Job> poll() {
                    try {
                        client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID).queryParam(Map.of("Project", "shop")));
                    } catch (ValidationException e) {
                        // as always
                    }
                    return super.poll();
                }
            }),
            sin("POLL-6", "ends when a poll is refused", lab -> new OwnWorker(lab, 1) {
                        @Override
                        long pauseAfter(RuntimeException error, long before) {
                            throw error;
                        }
                    })
                    .showsIn("a job", "throttled polls"),
            sin("POLL-7", "insists on jobs of a type that does not exist", lab -> new OwnWorker(lab) {
                @Override
                List<Job> poll() {
                    for (int i = 0; i < 12; i++) {
                        try {
                            client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID.copy(it -> it.provider("Gone"))));
                        } catch (ActionTypeNotFoundException e) {
                            // perhaps the next time
                        }
                    }
                    return super.poll();
                }
            }));

    private PollingSins() {}

    private static final class InStep extends OwnWorker {

        private final CyclicBarrier together = new CyclicBarrier(2);

        InStep(Lab lab) {
            super(lab);
        }

        @Override
        void run() {
            Thread other = new Thread(super::run, "the other poller");
            other.start();
            super.run();
        }

        @Override
        long pause() {
            return 1_400; // a busy machine may part them by some tens of milliseconds
        }

        @Override
        List<Job> poll() {
            try {
                together.await(2, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                return List.of(); // the other has ended
            }
            return super.poll();
        }
    }
}
