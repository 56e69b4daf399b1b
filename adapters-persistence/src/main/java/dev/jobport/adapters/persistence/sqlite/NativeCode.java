package dev.jobport.adapters.persistence.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps SQLite's native code in a folder of the user's own. The driver would unpack it into the temporary folder at each
 * start, and a server that is killed leaves it there.
 */
final class NativeCode {

    private static final Logger LOG = LoggerFactory.getLogger(NativeCode.class);

    /** Where the driver looks first. */
    private static final String PLACE = "org.sqlite.lib.path";

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private NativeCode() {}

    /** To be called before the driver loads its code. Where there is no such folder, the driver does as it always did. */
    static void keep() {
        if (System.getProperty(PLACE) == null) {
            keptIn(cache()).ifPresent(folder -> System.setProperty(PLACE, folder.toString()));
        }
    }

    private static Path cache() {
        String folder = System.getenv("XDG_CACHE_HOME");
        return folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(folder);
    }

    /** The folder below the cache that has the code; empty if it cannot be had, or others could change what is in it. */
    static Optional<Path> keptIn(Path cache) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createDirectories(
                    cache.resolve("jobport")
                            .resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + System.getProperty("os.arch")),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!isOwn(folder) || !isOwn(folder.getParent())) {
                return Optional.empty();
            }
            Path file = folder.resolve(LibraryLoaderUtil.getNativeLibName());
            return Files.isRegularFile(file) || unpackedTo(file) ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("SQLite's native code cannot be kept in {}", cache, e);
            return Optional.empty();
        }
    }

    private static boolean isOwn(Path folder) throws IOException {
        boolean mine =
                Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
        return mine
                && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).stream()
                        .noneMatch(OTHERS::contains);
    }

    /** Done once and not checked again: to ask the driver which code is this machine's starts a process. */
    private static boolean unpackedTo(Path file) throws IOException {
        try (InputStream code = NativeCode.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file.getFileName())) {
            if (code == null) {
                return false;
            }
            Path whole = Files.createTempFile(file.getParent(), "new", "");
            Files.write(whole, code.readAllBytes(), StandardOpenOption.DSYNC);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }
}
