package example.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/**
 * Runs the worker for one action type until SIGTERM.
 *
 * <p>Endpoint, region and credentials come from the AWS SDK's standard settings: {@code AWS_ENDPOINT_URL},
 * {@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID} and so on.
 */
public final class Main {

    private static final int THREADS = 4;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        String tokens = args.length > 1 ? args[1] : System.getenv("CLIENT_TOKENS_FILE");
        String[] type = args.length > 0 ? args[0].split("/") : new String[0];
        if (type.length != 4 || args.length > 2 || tokens == null) {
            fail(
                    "usage: example.worker.Main OWNER/CATEGORY/PROVIDER/VERSION [CLIENT_TOKENS_FILE]\n"
                            + "CLIENT_TOKENS_FILE holds lines of clientId=clientToken; an environment variable of that name will do");
        }
        Path records = Path.of(tokens);
        if (!Files.isReadable(records)) {
            fail("cannot read the client tokens in " + records);
        }
        ActionTypeId actionType = ActionTypeId.builder()
                .owner(type[0])
                .category(type[1])
                .provider(type[2])
                .version(type[3])
                .build();
        try (CodePipelineClient codePipeline = CodePipelineClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            JobHandler handler =
                    new JobHandler(codePipeline, new ClientTokens(records), new TestRun(), System.out::println);
            Worker worker = new Worker(
                    codePipeline, actionType, THREADS, handler, System.out::println, RandomGenerator.getDefault());
            stopAtSignal(worker, Thread.currentThread());
            System.out.println("polling for jobs of " + args[0]);
            worker.run();
            System.out.println("stopped");
        }
    }

    private static void stopAtSignal(Worker worker, Thread running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.stop();
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(2);
    }
}
