package dev.jobport.adapters.persistence.sqlite;

import com.google.common.base.Throwables;
import com.google.common.collect.Queues;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.jobport.adapters.persistence.sql.CommitSizes;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.Work;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out all changes, one after another, on the only connection that writes. Those that wait at the same time share
 * one transaction, and so the one wait for the disk that a commit costs. Nobody is answered before the commit.
 *
 * <p>Hardly any change fails after it has written something, so none has a savepoint, which would cost each of them two
 * statements: when it does happen, the transaction is undone and the others are carried out again.
 */
final class Writer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    /** How many callers may wait; further ones wait to be let in. */
    private static final int QUEUE = 1024;

    /** How many changes a transaction takes at the most: enough to hide the disk, few enough to answer soon. */
    private static final int GROUP = 128;

    /** A transaction that follows one of so many changes waits for more of them, since their callers will come back. */
    private static final int BUSY = 8;

    /** So many changes are worth their commit; no more are waited for. */
    private static final int ENOUGH = 32;

    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BlockingQueue<Change<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final ReadWriteLock door = new ReentrantReadWriteLock();
    private final Change<Void> last = new Change<>(session -> null);
    private final Session session;
    private final RecentJobs recent;
    private final StoreFile file;
    private final Thread thread;
    private final CommitSizes sizes;
    private boolean closed;

    Writer(Session session, RecentJobs recent, StoreFile file, MeterRegistry meters) {
        this.sizes = new CommitSizes(GROUP, meters);
        this.session = session;
        this.recent = recent;
        this.file = file;
        this.thread = new Thread(this::run, "sqlite-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the work is on disk. If it throws, it has changed nothing, and the exception is passed on. */
    <T> T write(Work<T> work) {
        Change<T> change = new Change<>(work);
        submit(change);
        try {
            return change.outcome();
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    private void submit(Change<?> change) {
        door.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store " + file + " is closed");
            }
            Uninterruptibles.putUninterruptibly(queue, change);
        } finally {
            door.readLock().unlock();
        }
    }

    private void run() {
        List<Change<?>> group = new ArrayList<>(GROUP);
        while (!group.contains(last)) {
            boolean busy = group.size() >= BUSY;
            group.clear();
            try {
                take(group, busy);
                commit(group);
            } catch (RuntimeException | Error e) { // nobody would be answered any more if it ended the thread
                group.forEach(change -> change.fail(e));
                tell(e);
            }
        }
    }

    private void tell(Throwable failure) {
        try {
            log.error("{}: changes could not be carried out; the writer goes on", file, failure);
        } catch (Error e) {
            // there is no memory to tell it with; those who waited know
        }
    }

    private void take(List<Change<?>> group, boolean busy) {
        group.add(Uninterruptibles.takeUninterruptibly(queue));
        queue.drainTo(group, GROUP - 1);
        if (busy && group.size() < ENOUGH) {
            gather(group);
        }
    }

    private void gather(List<Change<?>> group) {
        try {
            Queues.drain(queue, group, ENOUGH - group.size(), LONGEST_WAIT_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the writer", e);
        }
    }

    private void commit(List<Change<?>> group) {
        List<Change<?>> rest = new ArrayList<>(group);
        try {
            session.execute("BEGIN IMMEDIATE");
            for (Optional<Change<?>> spoiler = carryOut(rest); spoiler.isPresent(); spoiler = carryOut(rest)) {
                session.execute("ROLLBACK");
                recent.undone();
                rest.remove(spoiler.get());
                session.execute("BEGIN IMMEDIATE");
            }
            session.execute("COMMIT");
            recent.committed();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            recent.forget();
            rest.forEach(change -> change.failure = e);
        }
        try {
            sizes.record(group.size());
        } finally {
            group.forEach(change -> change.isOver.countDown());
        }
    }

    /** The change, if any, that failed when it had written something already. */
    private Optional<Change<?>> carryOut(List<Change<?>> changes) {
        for (Change<?> change : changes) {
            long writes = session.writes();
            change.carryOut(session);
            if (change.failure != null && session.writes() > writes) {
                return Optional.of(change);
            }
        }
        return Optional.empty();
    }

    private void rollBack(Throwable cause) {
        try {
            session.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite has rolled back by itself, as it does when the disk is full
        }
    }

    /** Finishes what was accepted; what is remembered goes, so that a closed store answers nothing any more. */
    @Override
    public void close() {
        door.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                Uninterruptibles.putUninterruptibly(queue, last);
            }
        } finally {
            door.writeLock().unlock();
        }
        Uninterruptibles.joinUninterruptibly(thread);
        recent.forget();
    }

    /** One caller's work and what came of it; the caller is told when it is over, committed or undone. */
    private static final class Change<T> {

        private final Work<T> work;
        private final CountDownLatch isOver = new CountDownLatch(1);
        private T result;
        private Throwable failure;

        Change(Work<T> work) {
            this.work = work;
        }

        void carryOut(Session session) {
            failure = null;
            try {
                result = work.in(session);
            } catch (SQLException | RuntimeException | Error e) {
                failure = e;
            }
        }

        /** Does nothing if it is over already. */
        void fail(Throwable e) {
            if (isOver.getCount() > 0) {
                failure = e;
                isOver.countDown();
            }
        }

        T outcome() throws SQLException {
            Uninterruptibles.awaitUninterruptibly(isOver);
            if (failure != null) {
                Throwables.throwIfInstanceOf(failure, SQLException.class);
                Throwables.throwIfUnchecked(failure);
            }
            return result;
        }
    }
}
