package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;

/** The file that a store is kept in: one store at a time may have it, and every failure names it. */
final class StoreFile implements AutoCloseable {

    private static final Set<String> VIEWS = FileSystems.getDefault().supportedFileAttributeViews();
    private static final boolean IS_POSIX = VIEWS.contains("posix");
    private static final boolean IS_UNIX = VIEWS.contains("unix");

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
        if (path.toString().contains("?")) {
            throw Failures.cannotOpen(
                    path, "a name with a question mark would be read as settings of SQLite; rename it", null);
        }
        Path directory = path.getParent();
        if (directory == null || Files.isDirectory(path)) {
            throw Failures.cannotOpen(path, "it is a directory; name a file in it", null);
        }
        if (!Files.isDirectory(directory)) {
            throw Failures.cannotOpen(
                    path, "there is no directory " + directory + "; create it or name another file", null);
        }
        try {
            Path real = real(path);
            FileChannel channel = open(real.resolveSibling(real.getFileName() + ".lock"));
            if (!isFree(channel)) {
                channel.close();
                throw Failures.cannotOpen(path, "another server has it open; stop that one or name another file", null);
            }
            return new StoreFile(real, channel);
        } catch (NoSuchFileException e) {
            throw Failures.cannotOpen(path, "it is a link to a file that is not there; name the file itself", e);
        } catch (IOException e) {
            throw Failures.cannotOpen(path, "its directory cannot be written to; give the server the right to", e);
        }
    }

    /** The one name of the file, made if need be, so that nobody opens it by another name beside this lock. */
    private static Path real(Path path) throws IOException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            open(path).close();
        }
        Path real = path.toRealPath();
        if (names(real) > 1) {
            throw Failures.cannotOpen(
                    path, "it has a second name, a hard link, by which another server could open it", null);
        }
        return real;
    }

    /** What is made new is for its owner only; SQLite gives what it makes beside the file the same rights. */
    static FileChannel open(Path path) throws IOException {
        FileAttribute<?>[] forItsOwner = IS_POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), forItsOwner);
    }

    /** By how many names the file is known; 1 where the system does not tell. */
    private static int names(Path path) throws IOException {
        return IS_UNIX ? (Integer) Files.getAttribute(path, "unix:nlink") : 1;
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
        return Failures.cannotOpen(path, why, cause);
    }

    /** Something that works otherwise did not: a full disk, a file that somebody took away. */
    UncheckedIOException failed(SQLException e) {
        return Failures.failure(
                "The store " + path + " failed: " + e.getMessage()
                        + "; see that its disk has space and the file is whole.",
                e);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw Failures.failure("The lock of the store " + path + " could not be released.", e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
