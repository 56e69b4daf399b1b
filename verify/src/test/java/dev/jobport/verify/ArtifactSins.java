package dev.jobport.verify;

import static dev.jobport.verify.Sin.artifactSin;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.codepipeline.model.Artifact;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.s3.S3Client;

/** What a worker does wrong with artifacts. */
final class ArtifactSins {

    static final List<Sin> ALL = List.of(
            artifactSin("CLAIM-1", "reads the inputs before the job is its own", lab -> new ArtifactWorker(lab) {
                @Override
                void serve(Job job) {
                    read(job);
                    super.serve(job);
                }
            }),
            artifactSin("CRED-1", "fails when its credentials have expired", lab -> new ArtifactWorker(lab) {
                        private boolean hasFailed;

                        @Override
                        void expired(Job job, Consumer<S3Client> what) {
                            hasFailed = true;
                        }

                        @Override
                        boolean hasFailed(Job job) {
                            return hasFailed || super.hasFailed(job);
                        }
                    })
                    .showsIn("a job", "credentials expire while the work goes on"),
            artifactSin("CRED-2", "reaches artifacts with its own key", lab -> new ArtifactWorker(lab) {
                        @Override
                        AwsCredentials credentials(Job job) {
                            return own();
                        }
                    })
                    .showsIn("a job"),
            artifactSin("CRED-3", "does not care whether an upload got through", lab -> new ArtifactWorker(lab) {
                        @Override
                        boolean store(Job job) {
                            super.store(job);
                            return true;
                        }
                    })
                    .showsIn("a job", "uploads that break off"),
            artifactSin("CRED-4", "takes the first output for the application", lab -> new ArtifactWorker(lab) {
                        @Override
                        String content(Artifact output, int index) {
                            return index == 0 ? "This is the application." : "These are the documents.";
                        }
                    })
                    .showsIn("two jobs whose outputs are told in another order"));

    private ArtifactSins() {}
}
