package dev.jobport.benchmarks.kit;

import dev.jobport.lab.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.PollForJobsRequest;

/** What a lab costs a worker with AWS's SDK that asks as fast as it can: a line for each figure. */
final class OneClient {

    private static final int POLLS = 2_000;

    private OneClient() {}

    public static void main(String[] args) {
        try (Lab lab = Lab.builder().actionType(Kit.TYPE).start();
                CodePipelineClient client = client(lab)) {
            poll(client); // what is loaded and compiled meanwhile is not measured
            long heap = heap();
            long began = System.nanoTime();
            poll(client);
            Kit.told("a poll of one SDK client, of 2,000", began, POLLS);
            System.out.println("heap that an exchange takes, in kB=" + (heap() - heap) / 1e3 / POLLS);
        }
    }

    private static void poll(CodePipelineClient client) {
        String[] type = Kit.TYPE.split("/");
        PollForJobsRequest request = PollForJobsRequest.builder()
                .actionTypeId(ActionTypeId.builder()
                        .owner(type[0])
                        .category(type[1])
                        .provider(type[2])
                        .version(type[3])
                        .build())
                .build();
        for (int i = 0; i < POLLS; i++) {
            client.pollForJobs(request);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static CodePipelineClient client(Lab lab) {
        return CodePipelineClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(lab.endpoint())
                .region(Region.of(lab.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey())))
                .build();
    }
}
