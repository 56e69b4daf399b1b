package dev.jobport.verify.lesson;

import static dev.jobport.verify.lesson.Teller.require;

import dev.jobport.cli.CommandFailed;
import dev.jobport.verify.lesson.JobWorker.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A worker and a server that is killed, once before a result and once after it was answered. */
final class CrashScene {

    private CrashScene() {}

    static void play(Teller teller) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("jobport-lesson");
            play(folder.resolve("jobport.db"), teller);
        } catch (IOException e) {
            throw new CommandFailed("cannot make a folder for the server's file: " + e.getMessage());
        } finally {
            remove(folder);
        }
    }

    /** @return the id of the action, which the server on this file knows */
    static String play(Path store, Teller teller) {
        Control control = new Control();
        String action;
        JobWorker worker;
        Offer offer;
        try (ServerProcess server = ServerProcess.start(store)) {
            control.moveTo(server.endpoint());
            tellReady(server, "is ready on " + server.endpoint() + ", with the store " + store.getFileName(), teller);
            control.register(JobWorker.TYPE);
            action = control.start(JobWorker.TYPE);
            teller.step("pipeline", "starts an action of " + JobWorker.TYPE);
            worker = new JobWorker("worker", server.endpoint(), new Signer("any", "any", "us-east-1"), teller);
            offer = worker.poll();
            require(worker.acknowledge(offer).isOk(), "the worker has the job");
            kill(server, teller);
        }
        require(worker.succeed(offer).isMissing(), "nobody is there to answer");
        try (ServerProcess server = ServerProcess.start(store)) {
            worker.moveTo(server.endpoint());
            tellReady(server, "is started again on the same file, and is ready on " + server.endpoint(), teller);
            require(worker.repeat().isOk(), "the server still knows that the worker has the job");
            kill(server, teller);
        }
        try (ServerProcess server = ServerProcess.start(store)) {
            control.moveTo(server.endpoint());
            worker.moveTo(server.endpoint());
            tellReady(server, "is started again on the same file, and is ready on " + server.endpoint(), teller);
            require(worker.repeat().isOk(), "the server still knows the result, and takes this for a repeat");
            String status = control.status(action);
            teller.step("server", "the action is " + status);
            require(status.equals("Succeeded"), "the action has succeeded");
        }
        return action;
    }

    private static void tellReady(ServerProcess server, String what, Teller teller) {
        teller.step("server", what + " (process " + server.pid() + ")");
    }

    private static void kill(ServerProcess server, Teller teller) {
        int code = server.kill();
        teller.step("server", "is killed with SIGKILL (process " + server.pid() + ", exit code " + code + ")");
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
