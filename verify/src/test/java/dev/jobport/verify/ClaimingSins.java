package dev.jobport.verify;

import static dev.jobport.verify.Sin.partnersSin;
import static dev.jobport.verify.Sin.sin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.model.InvalidClientTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;

/** How a worker makes a job its own wrongly. */
final class ClaimingSins {

    static final List<Sin> ALL = List.of(
            sin("CLAIM-2", "works on whatever the status", lab -> new OwnWorker(lab) {
                        @Override
                        boolean mayWork(JobStatus status) {
                            return true;
                        }
                    })
                    .showsIn("a job", "a job that is in progress no more"),
            sin("CLAIM-3", "fails what a rival has", lab -> new OwnWorker(lab) {
                        @Override
                        void lost(Job job) {
                            fail(job, "The job could not be acknowledged.");
                        }
                    })
                    .showsIn("plain", "a rival is faster"),
            sin("CLAIM-4", "keeps the first nonce of a job", lab -> new OwnWorker(lab) {
                        private final Map<String, String> first = new HashMap<>();

                        @Override
                        void serve(Job job) {
                            if (first.putIfAbsent(job.id(), job.nonce()) != null && step(job) == 1) {
                                try {
                                    take(job, first.get(job.id()));
                                } catch (InvalidNonceException e) {
                                    super.serve(job);
                                }
                            }
                        }
                    })
                    .showsIn("a job")
                    .alsoBreaks("POLL-3", "POLL-4"),
            sin("CLAIM-5", "acknowledges twice", lab -> new OwnWorker(lab) {
                @Override
                JobStatus take(Job job, String nonce) {
                    JobStatus status = super.take(job, nonce);
                    try {
                        super.take(job, nonce);
                    } catch (InvalidNonceException e) {
                        // it does not care
                    }
                    return status;
                }
            }),
            partnersSin("CLAIM-6", "takes all clients for one", lab -> new PartnerWorker(lab) {
                        private boolean hasLookedItUp;

                        @Override
                        String token(ThirdPartyJob job) {
                            return hasLookedItUp
                                    ? super.token(job)
                                    : lab.client().token();
                        }

                        @Override
                        void serve(ThirdPartyJob job) {
                            hasLookedItUp = false;
                            try {
                                super.serve(job);
                            } catch (InvalidClientTokenException e) {
                                hasLookedItUp = true;
                                super.serve(job);
                            }
                        }
                    })
                    .showsIn("a job", "a job of another client"),
            sin("CLAIM-7", "insists on a dead nonce", lab -> new OwnWorker(lab) {
                        @Override
                        void lost(Job job) {
                            try {
                                take(job, job.nonce());
                            } catch (InvalidNonceException e) {
                                // as the first time
                            }
                        }
                    })
                    .showsIn("plain", "a rival is faster"),
            sin("CLAIM-8", "runs what it is offered twice twice", lab -> new OwnWorker(lab) {
                        private final Set<String> known = new HashSet<>();

                        @Override
                        void serve(Job job) {
                            if (!known.add(job.id()) && acknowledge(job)) {
                                report(job);
                                client.putJobSuccessResult(success(job)
                                        .executionDetails(it -> it.externalExecutionId("run-of-the-first-offer"))
                                        .build());
                            }
                        }
                    })
                    .showsIn("a job")
                    .alsoBreaks("POLL-3", "REPORT-3"));

    private ClaimingSins() {}
}
