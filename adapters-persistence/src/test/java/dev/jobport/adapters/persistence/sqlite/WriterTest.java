package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.Work;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Changes share a transaction and nothing else. */
class WriterTest {

    @TempDir
    Path directory;

    private final CountDownLatch gate = new CountDownLatch(1);
    private StoreFile file;
    private Session session;
    private Session other;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        SQLiteDataSource database = new SQLiteDataSource(config);
        file = StoreFile.take(directory.resolve("numbers.db"));
        database.setUrl(file.url());
        session = new Session(database);
        other = new Session(database);
        session.execute("CREATE TABLE number (n INTEGER PRIMARY KEY) STRICT");
        session.execute("CREATE TABLE late (n INTEGER REFERENCES number DEFERRABLE INITIALLY DEFERRED) STRICT");
        writer = new Writer(session, new RecentJobs(), file, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        session.close();
        other.close();
        file.close();
    }

    @Test
    void changes_that_wait_at_the_same_time_share_a_transaction() throws Exception {
        closeTheGate();
        List<FutureTask<Integer>> answers = new ArrayList<>();
        for (int n = 1; n <= 5; n++) {
            int number = n;
            answers.add(whileTheGateIsClosed(session -> {
                insert(session, number);
                assertThat(count(other)).as("committed meanwhile").isZero();
                return count(session);
            }));
        }
        gate.countDown();

        List<Integer> seen = new ArrayList<>();
        for (FutureTask<Integer> answer : answers) {
            seen.add(answer.get());
        }
        assertThat(seen).containsExactly(1, 2, 3, 4, 5);
        assertThat(count(other)).isEqualTo(5);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // callers of the writer cannot be interrupted
    void the_writer_goes_on_when_it_fails_itself() throws SQLException {
        writer.close();
        AtomicInteger broken = new AtomicInteger();
        writer = new Writer(session, new RecentJobs(), file, new SimpleMeterRegistry() {
            @Override
            protected DistributionSummary newDistributionSummary(
                    Meter.Id id, DistributionStatisticConfig config, double scale) {
                return (DistributionSummary) Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DistributionSummary.class},
                        (self, method, all) -> {
                            if (method.getName().equals("record")) {
                                broken.incrementAndGet();
                                throw new OutOfMemoryError("of a test");
                            }
                            return method.getName().equals("hashCode") ? 1 : id;
                        });
            }
        });

        for (int n = 1; n <= 3; n++) {
            int number = n;
            writer.write(session -> {
                insert(session, number);
                return null;
            });
        }

        assertThat(count(other)).isEqualTo(3);
        assertThat(broken.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_change_that_fails_spoils_no_other_of_its_group() throws Exception {
        closeTheGate();
        RuntimeException refusal = new IllegalStateException("refused");
        FutureTask<Integer> before = whileTheGateIsClosed(session -> insert(session, 1));
        FutureTask<Integer> refused = whileTheGateIsClosed(session -> {
            insert(session, 2);
            throw refusal;
        });
        FutureTask<Integer> broken = whileTheGateIsClosed(session -> insert(session, 3) + insert(session, 1));
        FutureTask<Integer> after = whileTheGateIsClosed(session -> insert(session, 4));
        gate.countDown();

        assertThat(before.get()).isEqualTo(1);
        assertThat(after.get()).isEqualTo(1);
        assertThatThrownBy(refused::get).cause().isSameAs(refusal);
        assertThatThrownBy(broken::get)
                .cause()
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
        assertThat(numbers()).containsExactly(1, 4);
    }

    @Test
    void a_commit_that_fails_fails_its_whole_group_and_no_later_one() throws Exception {
        closeTheGate();
        FutureTask<Integer> good = whileTheGateIsClosed(session -> insert(session, 1));
        FutureTask<Integer> late = whileTheGateIsClosed(session -> session.update("INSERT INTO late VALUES (?)", 99));
        gate.countDown();

        for (FutureTask<Integer> answer : List.of(good, late)) {
            assertThatThrownBy(answer::get).cause().isInstanceOf(UncheckedIOException.class);
        }
        writer.write(session -> insert(session, 2));
        assertThat(numbers()).containsExactly(2);
    }

    @Test
    void closing_finishes_what_was_accepted_and_accepts_no_more() throws Exception {
        closeTheGate();
        FutureTask<Integer> accepted = whileTheGateIsClosed(session -> insert(session, 1));
        FutureTask<Void> closing = start(new FutureTask<>(writer::close, null));
        gate.countDown();
        closing.get();

        assertThat(accepted.get()).isEqualTo(1);
        assertThat(numbers()).containsExactly(1);
        assertThatThrownBy(() -> writer.write(session -> insert(session, 2))).isInstanceOf(IllegalStateException.class);
    }

    /** Returns when the writer stands before it; otherwise it could take what comes next along. */
    private void closeTheGate() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        start(new FutureTask<>(() -> writer.write(session -> {
            try {
                arrived.countDown();
                gate.await();
                return null;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })));
        arrived.await();
    }

    private FutureTask<Integer> whileTheGateIsClosed(Work<Integer> work) {
        return start(new FutureTask<>(() -> writer.write(work)));
    }

    /** Returns when the caller waits for its answer. */
    private <T> FutureTask<T> start(FutureTask<T> call) {
        Thread caller = new Thread(call);
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);
        return call;
    }

    private static int insert(Session session, int number) throws SQLException {
        return session.update("INSERT INTO number VALUES (?)", number);
    }

    private static int count(Session session) throws SQLException {
        return session.queryOne("SELECT count(*) FROM number", row -> row.getInt(1))
                .orElseThrow();
    }

    private List<Integer> numbers() throws SQLException {
        return other.query("SELECT n FROM number ORDER BY n", row -> row.getInt("n"));
    }
}
