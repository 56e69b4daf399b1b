package dev.jobport.verify.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.cli.CommandFailed;
import dev.jobport.lab.Lab;
import dev.jobport.verdict.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A job worker by hand: what it sends and what it is answered is told at once. */
final class JobWorker {

    /** Whose jobs it polls for. */
    static final String TYPE = "Custom/Build/Own/1";

    private static final Map<String, String> TYPE_ID =
            Map.of("owner", "Custom", "category", "Build", "provider", "Own", "version", "1");
    private static final String TARGET = "CodePipeline_20150709.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Teller teller;
    private final Signer signer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private URI endpoint;
    private Call last;

    /** As an SDK makes it: all attempts of a call are of one invocation. */
    private record Call(String operation, Map<String, String> members, String invocation) {}

    JobWorker(String name, Lab lab, Teller teller) {
        this(name, lab.endpoint(), new Signer(lab.accessKeyId(), lab.secretAccessKey(), lab.region()), teller);
    }

    JobWorker(String name, URI endpoint, Signer signer, Teller teller) {
        this.name = name;
        this.endpoint = endpoint;
        this.signer = signer;
        this.teller = teller;
    }

    /** Goes on with another address. */
    void moveTo(URI other) {
        endpoint = other;
    }

    Offer poll() {
        Reply reply = call("PollForJobs", Map.of());
        Teller.require(reply.isOk(), "a poll is answered");
        return new Offer(reply.get("jobs.0.id"), reply.get("jobs.0.nonce"), reply.get("jobs.0.data.continuationToken"));
    }

    Reply acknowledge(Offer offer) {
        return call("AcknowledgeJob", members("jobId", offer.job(), "nonce", offer.nonce()));
    }

    Reply succeed(Offer offer) {
        return call("PutJobSuccessResult", members("jobId", offer.job()));
    }

    Reply goOnLater(Offer offer, String continuationToken) {
        return call("PutJobSuccessResult", members("jobId", offer.job(), "continuationToken", continuationToken));
    }

    /** Sends the last call again, as every SDK does that got no answer. */
    Reply repeat() {
        return send(last, "  (again)");
    }

    private Reply call(String operation, Map<String, String> members) {
        last = new Call(operation, members, UUID.randomUUID().toString());
        return send(last, "");
    }

    private static Map<String, String> members(String... namesAndValues) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    private Reply send(Call call, String note) {
        Map<String, Object> body = new LinkedHashMap<>(call.members());
        if (call.operation().startsWith("Poll")) {
            body.put("actionTypeId", TYPE_ID);
        }
        byte[] json = Json.write(body).getBytes(UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("amz-sdk-invocation-id", call.invocation())
                .POST(BodyPublishers.ofByteArray(json));
        signer.sign(endpoint.getAuthority(), TARGET + call.operation(), json, Instant.now())
                .forEach(request::header);
        Reply reply = send(request.build());
        String answer = call.operation().startsWith("Poll")
                        && reply.isOk()
                        && reply.members().isEmpty()
                ? reply + " no job"
                : reply.toString();
        teller.step(name, (call.operation() + " " + Reply.shown(call.members())).strip() + note, answer);
        return reply;
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return Reply.of(response.statusCode(), response.body());
        } catch (ConnectException e) {
            return Reply.none("nobody listens there");
        } catch (IOException e) {
            return Reply.none("the connection ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /** A job as it was offered. Each text is empty if there was none. */
    record Offer(String job, String nonce, String continuationToken) {

        boolean isThere() {
            return !job.isEmpty();
        }
    }
}
