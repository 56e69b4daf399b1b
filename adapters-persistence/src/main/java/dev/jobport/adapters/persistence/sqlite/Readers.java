package dev.jobport.adapters.persistence.sqlite;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/** Answers questions on connections that only read. Each question sees everything that was committed before it. */
final class Readers implements AutoCloseable {

    /** Reads hardly ever wait for the disk, so more would only get in each other's way. */
    private static final int SIZE = 4;

    private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(SIZE);
    private final StoreFile file;
    private volatile boolean closed;

    Readers(DataSource readOnly, StoreFile file) throws SQLException {
        this.file = file;
        for (int i = 0; i < SIZE; i++) {
            idle.add(new Session(readOnly));
        }
    }

    <T> T read(Work<T> question) {
        if (closed) {
            throw new IllegalStateException("the store " + file + " is closed");
        }
        Session session = Uninterruptibles.takeUninterruptibly(idle);
        try {
            return question.in(session);
        } catch (SQLException e) {
            throw file.failed(e);
        } finally {
            idle.add(session);
        }
    }

    /** Waits for the questions that are being answered. */
    @Override
    public void close() {
        closed = true;
        List<Session> all = new ArrayList<>();
        while (all.size() < SIZE) {
            all.add(Uninterruptibles.takeUninterruptibly(idle));
        }
        try {
            for (Session session : all) {
                session.close();
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
        idle.addAll(all); // for whoever slipped in, and learns from the session that it is closed
    }
}
