package dev.jobport.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.bootstrap.TemporaryDirectory;
import dev.jobport.bootstrap.logging.Logging;
import dev.jobport.cli.ActionTypeName;
import dev.jobport.cli.CommandFailed;
import dev.jobport.cli.ControlClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import picocli.CommandLine.Command;

/**
 * Goes once through what a server and the commands do, with a temporary store, so that the launcher can record which
 * classes that takes and later starts find them ready.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Runnable {

    private static final ActionTypeName TYPE = new ActionTypeName("ThirdParty", "Test", "Acme", "1");
    private static final String CLIENT = "0e0b7c5a-63f8-4f0e-8f4b-2a2f9d3b6f10";
    private static final String TOKEN = "warm-up-token";

    @Override
    public void run() {
        Logging.setUp(Logging.Format.text, Logging.Least.info, "warm-up");
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                Server server = Server.start(new Settings("127.0.0.1", 0, "sqlite:" + directory.file("jobport.db")))) {
            String endpoint = server.uri().toString();
            jobport("serve", "--help");
            jobport("action-type", "put", TYPE.toString(), "--endpoint", endpoint);
            jobport("client", "create", "--client-id", CLIENT, "--client-token", TOKEN, "--endpoint", endpoint);
            jobport("action", "start", "--action-type", TYPE.toString(), "--client-id", CLIENT, "--endpoint", endpoint);
            workOnOneJob(server.uri());
            jobport("action", "list", "--endpoint", endpoint);
            jobport("job", "list", "--endpoint", endpoint);
        }
    }

    private static void jobport(String... args) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        if (Main.commandLine(args).setOut(nowhere).execute(args) != 0) {
            throw new CommandFailed("the command failed: jobport " + String.join(" ", args));
        }
    }

    private static void workOnOneJob(URI server) {
        ObjectNode poll = ControlClient.JSON.createObjectNode();
        poll.set("actionTypeId", TYPE.json());
        String jobId =
                call(server, "PollForThirdPartyJobs", poll).at("/jobs/0/jobId").asText();
        ObjectNode job =
                ControlClient.JSON.createObjectNode().put("jobId", jobId).put("clientToken", TOKEN);
        String nonce = call(server, "GetThirdPartyJobDetails", job)
                .at("/jobDetails/nonce")
                .asText();
        call(server, "AcknowledgeThirdPartyJob", job.deepCopy().put("nonce", nonce));
        call(server, "PutThirdPartyJobSuccessResult", job);
    }

    private static JsonNode call(URI server, String operation, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709." + operation)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailed(operation + " was answered with " + response.statusCode());
            }
            return ControlClient.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new CommandFailed("no answer to " + operation + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }
}
