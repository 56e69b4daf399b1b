package dev.jobport.lab;

import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Vantage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A worker as a child of this process, in a lab: what it prints, and what becomes of it, is written into the lab's history.
 * It and its descendants are ended with the block that it is started for, and nothing else ever is. On Linux that
 * includes those whose parents have ended already: they are known by a variable of their environment.
 */
public final class WorkerProcess implements AutoCloseable {

    private static final int LAST_WORDS = 20;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LEFTOVERS = Duration.ofSeconds(2);

    /** What would lead an SDK elsewhere than into the lab. */
    private static final List<String> ELSEWHERE = List.of(
            "AWS_SESSION_TOKEN",
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_ENDPOINT_URL",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

    /** The name of a variable that nobody but this worker and its descendants has with this value. */
    private static final String MARK = "JOBPORT_WORKER_PROCESS";

    private final Lab lab;
    private final String id;
    private final String mark = UUID.randomUUID().toString();
    private final Process process;
    private final Set<ProcessHandle> descendants = new LinkedHashSet<>();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final List<Thread> readers;
    private final Thread atExit = new Thread(this::end);
    private final Thread witness;

    WorkerProcess(Lab lab, String id, ProcessBuilder command) throws IOException {
        this.lab = lab;
        this.id = id;
        command.environment().keySet().removeAll(ELSEWHERE);
        command.environment().putAll(lab.environment());
        command.environment().put(MARK, mark);
        lab.witness().watches(Vantage.OUTPUT, Vantage.PROCESS);
        lab.witness().process(ProcessEvent.Kind.STARTED, id, String.join(" ", command.command()));
        this.process = command.start();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended already, and its end is told below
        }
        this.readers = List.of(reader("stdout", process.getInputStream()), reader("stderr", process.getErrorStream()));
        this.witness = new Thread(this::awaitEnd, id + "'s end");
        witness.setDaemon(true);
        readers.forEach(Thread::start);
        witness.start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private Thread reader(String stream, InputStream from) {
        Thread reader = new Thread(() -> read(stream, from), id + "'s " + stream);
        reader.setDaemon(true); // a descendant that survives may keep it open
        return reader;
    }

    private void read(String stream, InputStream from) {
        try (Reader text = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            OutputText.lines(text, line -> heard(stream, line));
        } catch (IOException e) {
            heard(stream, "(no more can be read: " + e.getMessage() + ")");
        }
    }

    private void heard(String stream, String line) {
        lab.witness().printed(stream, line);
        synchronized (lastWords) {
            lastWords.addLast(lab.witness().masked(line));
            if (lastWords.size() > LAST_WORDS) {
                lastWords.removeFirst();
            }
        }
    }

    private void awaitEnd() {
        int code = process.onExit().join().exitValue();
        lab.witness().process(ProcessEvent.Kind.ENDED, id, Integer.toString(code));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Asks it to end (SIGTERM), waits, and makes it end otherwise.
     *
     * @return whether it has ended by itself by then
     */
    public boolean askToEnd(Duration grace) {
        rememberDescendants();
        lab.witness().process(ProcessEvent.Kind.SIGNALLED, id, "SIGTERM");
        process.toHandle().destroy(); // unlike the process's own, lets its last lines be read
        boolean ended = await(grace);
        if (!ended) {
            lab.witness().process(ProcessEvent.Kind.SIGNALLED, id, "SIGKILL");
        }
        end();
        return ended;
    }

    /** Ends it, and all that it started, without asking (SIGKILL). */
    public void kill() {
        lab.witness().process(ProcessEvent.Kind.SIGNALLED, id, "SIGKILL");
        end();
    }

    /** Asks it to end, and waits 10 seconds at the most. */
    @Override
    public void close() {
        if (isAlive()) {
            askToEnd(GRACE);
        } else {
            end();
        }
    }

    /** Ends what it left behind, too, if it has ended by itself. */
    void endWithItsLab() {
        if (isAlive()) {
            kill();
        } else {
            end();
        }
    }

    private void rememberDescendants() {
        process.descendants().forEach(descendants::add);
        ProcessHandle.allProcesses()
                .filter(it -> it.pid() != process.pid() && isMarked(it.pid()))
                .forEach(descendants::add);
    }

    private boolean isMarked(long pid) {
        try {
            Path environment = Path.of("/proc", Long.toString(pid), "environ");
            return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(MARK + "=" + mark);
        } catch (IOException e) {
            return false; // it has ended, is somebody else's, or the system tells nobody
        }
    }

    /** What it started is given a moment, because it may be about to report. */
    private void end() {
        rememberDescendants();
        process.toHandle().destroyForcibly();
        await(LEFTOVERS);
        descendants.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
        long until = System.nanoTime() + LEFTOVERS.toNanos();
        for (ProcessHandle each : descendants) {
            try {
                each.onExit().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                each.destroyForcibly();
            }
        }
        if (Thread.currentThread() != atExit) {
            joinAll();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    /** What it printed last is written down before anybody judges. */
    private void joinAll() {
        try {
            witness.join(LEFTOVERS.toMillis());
            for (Thread reader : readers) {
                reader.join(LEFTOVERS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean await(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines that it printed, without secrets. */
    public String lastWords() {
        synchronized (lastWords) {
            return String.join("\n", lastWords);
        }
    }
}
