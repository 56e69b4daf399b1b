package dev.jobport.crash.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A real PostgreSQL, which can be killed, and each server's connections to it, which can be cut. */
final class PostgresDatabase implements StoreUnderTest {

    private final Path directory;
    private final List<TcpProxy> proxies = new ArrayList<>();
    private final Random random = new Random();
    private EmbeddedPostgres postgres;

    private PostgresDatabase(Path directory) {
        this.directory = directory;
    }

    /** @param directory where it keeps its files; made if it is not there */
    static PostgresDatabase start(Path directory, int servers) throws IOException {
        PostgresDatabase database = new PostgresDatabase(directory);
        database.start(0);
        for (int i = 0; i < servers; i++) {
            database.proxies.add(TcpProxy.to(database.postgres.getPort()));
        }
        return database;
    }

    /** The library's own choice for tests, a commit that does not wait for the log, would rightly be found out. */
    private void start(int port) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setPort(port)
                .start();
    }

    @Override
    public String url(int server) {
        return "postgres://postgres:postgres@127.0.0.1:" + proxies.get(server).port() + "/postgres";
    }

    /** A server estimates the database's clock, and is off by half of the time that its question took. */
    @Override
    public Duration clockDoubt() {
        return Duration.ofMillis(250);
    }

    @Override
    public List<Blow> blows() {
        return List.of(new Blow("databases killed", true, this::kill), new Blow("connections cut", false, this::cut));
    }

    /** SIGKILL for all of its processes, and a start that recovers from the log. */
    private void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
            postmaster.descendants().forEach(all::add);
            all.forEach(ProcessHandle::destroyForcibly);
            all.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
            int port = postgres.getPort();
            postgres.close();
            start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut() {
        proxies.get(random.nextInt(proxies.size())).cut();
    }

    /** PostgreSQL tells of damage when it starts and when it is asked, which the run has done. */
    @Override
    public List<String> damage() {
        return List.of();
    }

    @Override
    public void close() {
        proxies.forEach(TcpProxy::close);
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
