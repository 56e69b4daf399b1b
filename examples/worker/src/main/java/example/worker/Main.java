package example.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/**
 * Runs the worker for one action type, a custom or a third-party one, until SIGTERM.
 *
 * <p>Endpoint, region and credentials come from the AWS SDK's standard settings: {@code AWS_ENDPOINT_URL},
 * {@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID} and so on.
 */
public final class Main {

    private static final int THREADS = 4;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        String[] type = args.length > 0 ? args[0].split("/") : new String[0];
        String tokens = args.length > 1 ? args[1] : System.getenv("CLIENT_TOKENS_FILE");
        boolean custom = type.length > 0 && type[0].equals("Custom");
        if (type.length != 4 || args.length > 2 || (!custom && tokens == null)) {
            fail("usage: example.worker.Main OWNER/CATEGORY/PROVIDER/VERSION [CLIENT_TOKENS_FILE]\n"
                    + "CLIENT_TOKENS_FILE holds lines of clientId=clientToken; an environment variable of that name will do.\n"
                    + "Custom actions have no clients, and need none.");
        }
        if (!custom && !Files.isReadable(Path.of(tokens))) {
            fail("cannot read the client tokens in " + tokens);
        }
        ActionTypeId actionType = ActionTypeId.builder()
                .owner(type[0])
                .category(type[1])
                .provider(type[2])
                .version(type[3])
                .build();
        try (SdkHttpClient connections = new Connections();
                CodePipelineClient codePipeline =
                        CodePipelineClient.builder().httpClient(connections).build()) {
            Jobs jobs = custom
                    ? new CustomJobs(codePipeline, actionType)
                    : new ThirdPartyJobs(codePipeline, actionType, new ClientTokens(Path.of(tokens)));
            JobHandler handler = new JobHandler(jobs, new TestRun(), System.out::println);
            Worker worker = new Worker(jobs, THREADS, handler, System.out::println, RandomGenerator.getDefault());
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
