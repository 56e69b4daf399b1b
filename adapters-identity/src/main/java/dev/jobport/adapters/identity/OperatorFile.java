package dev.jobport.adapters.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that the operator keeps for the server: of keys, tokens or certificates. */
public final class OperatorFile {

    /** Far more than a list of all keys of a large company takes. */
    static final int LARGEST = 16 * 1024 * 1024;

    private OperatorFile() {}

    /**
     * Its whole content.
     *
     * @throws FileSystemException with a reason, if it is no regular file (to read from a pipe may never end), or is too
     *     large to be meant
     */
    public static byte[] read(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new FileSystemException(path.toString(), null, "it is larger than " + LARGEST + " bytes");
            }
            return content;
        }
    }

    /** Who besides its owner can read or write it, and the remedy; empty if nobody can or the system does not say. */
    public static Optional<String> exposure(Path path) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return Optional.empty();
        }
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
        String who = Stream.of(
                        may("its group", granted, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE),
                        may(
                                "every user of this machine",
                                granted,
                                PosixFilePermission.OTHERS_READ,
                                PosixFilePermission.OTHERS_WRITE))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return Optional.of(who)
                .filter(told -> !told.isEmpty())
                .map(told -> path + " holds secrets, but " + told + ": chmod 600 it.");
    }

    private static Optional<String> may(
            String who, Set<PosixFilePermission> granted, PosixFilePermission read, PosixFilePermission write) {
        String does = Stream.of(granted.contains(read) ? "read" : "", granted.contains(write) ? "change" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" and "));
        return Optional.of(does).filter(told -> !told.isEmpty()).map(told -> who + " can " + told + " it");
    }
}
