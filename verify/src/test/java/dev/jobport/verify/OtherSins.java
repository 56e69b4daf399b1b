package dev.jobport.verify;

import static dev.jobport.verify.Sin.partnersSin;
import static dev.jobport.verify.Sin.sin;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;

/** What a worker does wrong with secrets, on the wire, and at its end. */
final class OtherSins {

    static final List<Sin> ALL = List.of(
            sin("SEC-1", "tells the nonce", lab -> new OwnWorker(lab) {
                @Override
                PutJobSuccessResultRequest.Builder success(Job job) {
                    return super.success(job).executionDetails(it -> it.summary("Built with " + job.nonce()));
                }
            }),
            sin("SEC-2", "prints the nonce", lab -> new OwnWorker(lab) {
                @Override
                void work(Job job) {
                    lab.witness().printed("stdout", "working on " + job);
                }
            }),
            sin("SEC-3", "polls without a signature", lab -> new OwnWorker(lab) {
                private final CodePipelineClient anonymous = client(1, Duration.ofSeconds(5))
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();

                private boolean hasTried;

                @Override
                List<Job> poll() {
                    if (hasTried) {
                        return super.poll();
                    }
                    hasTried = true;
                    try {
                        anonymous.pollForJobs(poll -> poll.actionTypeId(TYPE_ID));
                    } catch (CodePipelineException e) {
                        // now with one
                    }
                    return super.poll();
                }
            }),
            sin("SEC-4", "puts the nonce into the token", lab -> new OwnWorker(lab) {
                @Override
                PutJobSuccessResultRequest.Builder success(Job job) {
                    PutJobSuccessResultRequest.Builder result = super.success(job);
                    return step(job) < steps(job)
                            ? result.continuationToken(run(job) + "/" + step(job) + "/" + job.nonce())
                            : result;
                }
            }),
            sin("WIRE-1", "asks for a job by its name", lab -> new OwnWorker(lab) {
                        @Override
                        void serve(Job job) {
                            try {
                                client.getJobDetails(it -> it.jobId("the job"));
                            } catch (CodePipelineException e) {
                                super.serve(job);
                            }
                        }
                    })
                    .showsIn("a job"),
            partnersSin("WIRE-2", "reports as if the action were its own", lab -> new PartnerWorker(lab) {
                @Override
                void report(ThirdPartyJob job) {
                    try {
                        client.putJobSuccessResult(it -> it.jobId(job.jobId()));
                    } catch (CodePipelineException e) {
                        super.report(job);
                    }
                }
            }),
            sin("LIFE-1", "drops the job in its hand when it is asked to end", lab -> new OwnWorker(lab) {
                        @Override
                        void work(Job job) {
                            if (!goesOn(1_000)) {
                                throw new IllegalStateException("asked to end");
                            }
                        }
                    })
                    .showsIn("asked to end with a job in hand"));

    private OtherSins() {}
}
