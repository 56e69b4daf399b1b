package dev.jobport.bootstrap.cli;

import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Goes once through what a server and the commands do, with a temporary store, so that the launcher can record which
 * classes that takes and the next start finds them ready.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Runnable {

    private static final String TYPE = "ThirdParty/Test/Acme/1";
    private static final String CLIENT = "0e0b7c5a-63f8-4f0e-8f4b-2a2f9d3b6f10";
    private static final String TOKEN = "warm-up-token";

    @Override
    public void run() {
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                Server server = Server.start(new Settings("127.0.0.1", 0, "sqlite:" + directory.file("jobport.db")))) {
            String endpoint = server.uri().toString();
            jobport("--version");
            jobport("serve", "--help");
            jobport("action-type", "put", TYPE, "--endpoint", endpoint);
            jobport("client", "create", "--client-id", CLIENT, "--client-token", TOKEN, "--endpoint", endpoint);
            jobport("action", "start", "--action-type", TYPE, "--client-id", CLIENT, "--endpoint", endpoint);
            jobport("action", "list", "--endpoint", endpoint);
            jobport("job", "list", "--endpoint", endpoint);
            poll(server.uri());
        }
    }

    private static void jobport(String... args) {
        CommandLine command = Main.commandLine(args);
        command.setOut(new PrintWriter(Writer.nullWriter())).execute(args);
    }

    private static void poll(URI server) {
        String type = "{\"owner\":\"ThirdParty\",\"category\":\"Test\",\"provider\":\"Acme\",\"version\":\"1\"}";
        HttpRequest request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709.PollForThirdPartyJobs")
                .POST(BodyPublishers.ofString("{\"actionTypeId\":" + type + "}"))
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new CommandFailed("no answer to a poll: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
