package dev.jobport.crash.run;

import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Answer.Unknown;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends requests to whichever server and writes down what came of each. */
final class Recorder {

    private static final long NOBODY_THERE_MILLIS = 20;
    private static final int ATTEMPTS = 4;

    private final Servers servers;
    private final Wire wire;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    Recorder(Servers servers, Wire wire) {
        this.servers = servers;
        this.wire = wire;
    }

    /** Asks until somebody is there to be asked; a request that was never sent is none. */
    Answer ask(String caller, Random random, Request request) throws InterruptedException {
        while (true) {
            Optional<ServerProcess> server = servers.any(random);
            if (server.isPresent()) {
                Instant invokedAt = Instant.now();
                Optional<Answer> answer = wire.send(server.get(), request);
                if (answer.isPresent()) {
                    calls.add(new Call(caller, invokedAt, Instant.now(), request, answer.get()));
                    return answer.get();
                }
            }
            Thread.sleep(NOBODY_THERE_MILLIS);
        }
    }

    /** Asks until there is an answer, but not more often than an SDK does. */
    Answer insist(String caller, Random random, Request request) throws InterruptedException {
        Answer answer = ask(caller, random, request);
        for (int attempt = 1; attempt < ATTEMPTS && answer instanceof Unknown; attempt++) {
            answer = ask(caller, random, request);
        }
        return answer;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }
}
