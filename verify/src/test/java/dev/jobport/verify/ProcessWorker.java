package dev.jobport.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.Job;

/** A worker as a program of its own. It finds its way as the AWS SDK does, by the environment. */
final class ProcessWorker {

    private ProcessWorker() {}

    /** What starts it. */
    static List<String> command(String actionType, String... deeds) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                ProcessWorker.class.getName(),
                                actionType),
                        Stream.of(deeds))
                .toList();
    }

    /** @param args whose jobs it polls for, and what it does with them: {@code acknowledge}, {@code succeed}, {@code end} */
    public static void main(String[] args) throws InterruptedException {
        String[] type = args[0].split("/");
        List<String> deeds = List.of(args).subList(1, args.length);
        ActionTypeId id = ActionTypeId.builder()
                .owner(type[0])
                .category(type[1])
                .provider(type[2])
                .version(type[3])
                .build();
        CodePipelineClient client = CodePipelineClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        while (true) {
            try {
                client.pollForJobs(it -> it.actionTypeId(id).maxBatchSize(1))
                        .jobs()
                        .forEach(job -> serve(client, job, deeds));
            } catch (SdkException e) {
                System.err.println("goes on after " + e.getClass().getSimpleName());
            }
            Thread.sleep(100);
        }
    }

    private static void serve(CodePipelineClient client, Job job, List<String> deeds) {
        if (deeds.contains("acknowledge")) {
            client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()));
        }
        if (deeds.contains("succeed")) {
            client.putJobSuccessResult(it -> it.jobId(job.id()));
        }
        if (deeds.contains("end")) {
            System.exit(0);
        }
    }
}
