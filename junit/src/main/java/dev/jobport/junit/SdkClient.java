package dev.jobport.junit;

import dev.jobport.lab.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;

/** Loaded only when a test asks for a client, because it needs the AWS SDK. */
final class SdkClient implements AutoCloseable {

    private final CodePipelineClient client;

    SdkClient(Lab lab) {
        client = CodePipelineClient.builder()
                .endpointOverride(lab.endpoint())
                .region(Region.of(lab.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey())))
                .build();
    }

    Object client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
    }
}
