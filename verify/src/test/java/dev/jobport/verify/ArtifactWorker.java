package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.codepipeline.model.AWSSessionCredentials;
import software.amazon.awssdk.services.codepipeline.model.Artifact;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.S3ArtifactLocation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A sound worker that reads the inputs of its jobs and stores their outputs. */
class ArtifactWorker extends OwnWorker {

    static final Traits TRAITS =
            new Traits(Map.of("Source", Optional.empty()), List.of("App", "Docs"), Map.of(), Map.of());

    private final Set<String> unread = new HashSet<>();

    ArtifactWorker(Lab lab) {
        super(lab);
    }

    @Override
    void work(Job job) {
        super.work(job);
        try {
            read(job);
        } catch (SdkException | UncheckedIOException e) {
            unread.add(job.id());
        }
    }

    @Override
    boolean hasFailed(Job job) {
        return super.hasFailed(job) || unread.contains(job.id());
    }

    final void read(Job job) {
        job.data()
                .inputArtifacts()
                .forEach(it -> reach(job, s3 -> get(s3, it.location().s3Location())));
    }

    private static void get(S3Client s3, S3ArtifactLocation from) {
        s3.getObjectAsBytes(it -> it.bucket(from.bucketName()).key(from.objectKey()));
    }

    @Override
    void succeed(Job job) {
        if (step(job) < steps(job) || store(job)) {
            super.succeed(job);
        } else {
            fail(job, "The outputs could not be stored.");
        }
    }

    /** Whether all is stored. */
    boolean store(Job job) {
        List<Artifact> outputs = job.data().outputArtifacts();
        try {
            for (int i = 0; i < outputs.size(); i++) {
                S3ArtifactLocation to = outputs.get(i).location().s3Location();
                String content = content(outputs.get(i), i);
                reach(
                        job,
                        s3 -> s3.putObject(
                                it -> it.bucket(to.bucketName()).key(to.objectKey()), RequestBody.fromString(content)));
            }
            return true;
        } catch (SdkException | UncheckedIOException e) {
            return false;
        }
    }

    /** @param index of the output among the others */
    String content(Artifact output, int index) {
        return "This is " + output.name() + ".";
    }

    final void reach(Job job, Consumer<S3Client> what) {
        try (S3Client s3 = s3(credentials(job))) {
            what.accept(s3);
        } catch (S3Exception e) {
            if (!"ExpiredToken".equals(e.awsErrorDetails().errorCode())) {
                throw e;
            }
            expired(job, what);
        }
    }

    void expired(Job job, Consumer<S3Client> what) {
        AWSSessionCredentials fresh = client.getJobDetails(it -> it.jobId(job.id()))
                .jobDetails()
                .data()
                .artifactCredentials();
        try (S3Client s3 = s3(session(fresh))) {
            what.accept(s3);
        }
    }

    AwsCredentials credentials(Job job) {
        return session(job.data().artifactCredentials());
    }

    private static AwsCredentials session(AWSSessionCredentials given) {
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    final AwsCredentials own() {
        return AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey());
    }

    private S3Client s3(AwsCredentials credentials) {
        return S3Client.builder()
                .endpointOverride(lab.artifactEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(2)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .build();
    }
}
