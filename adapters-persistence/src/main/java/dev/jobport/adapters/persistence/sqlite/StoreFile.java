package dev.jobport.adapters.persistence.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** The file that a store is kept in: one store at a time may have it, and every failure names it. */
final class StoreFile implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private StoreFile(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the file, which need not exist yet. The lock is on a file beside it, because closing any channel on the file
     * itself would drop SQLite's own locks; it goes with the process, however that ends.
     */
    static StoreFile take(Path file) {
        Path path = file.toAbsolutePath();
        Path directory = path.getParent();
        if (directory == null || Files.isDirectory(path)) {
            throw cannotOpen(path, "it is a directory; name a file in it", null);
        }
        if (!Files.isDirectory(directory)) {
            throw cannotOpen(path, "there is no directory " + directory + "; create it or name another file", null);
        }
        try {
            FileChannel channel = FileChannel.open(
                    directory.resolve(path.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                throw cannotOpen(path, "another server has it open; stop that one or name another file", null);
            }
            return new StoreFile(path, channel);
        } catch (IOException e) {
            throw cannotOpen(path, "its directory cannot be written to; give the server the right to", e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    String url() {
        return "jdbc:sqlite:" + path;
    }

    /** Whether pages of the file may be in the log beside it, where a server that was killed left them. */
    boolean hasLog() throws IOException {
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }

    /** In bytes; 0 if it is not there yet. */
    long size() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    UncheckedIOException cannotOpen(String why, Throwable cause) {
        return cannotOpen(path, why, cause);
    }

    private static UncheckedIOException cannotOpen(Path path, String why, Throwable cause) {
        return failure("The store " + path + " cannot be opened: " + why + ".", cause);
    }

    /** Something that works otherwise did not: a full disk, a file that somebody took away. */
    UncheckedIOException failed(SQLException e) {
        return failure(
                "The store " + path + " failed: " + e.getMessage()
                        + "; see that its disk has space and the file is whole.",
                e);
    }

    private static UncheckedIOException failure(String message, Throwable cause) {
        return new UncheckedIOException(message, new IOException(message, cause));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw failure("The lock of the store " + path + " could not be released.", e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
