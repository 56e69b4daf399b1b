package dev.jobport.adapters.persistence.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that secrets at rest are sealed with: the first seals, each opens what it has sealed. Without any, secrets are kept as they are. */
public final class SecretsKeys {

    public static final SecretsKeys NONE = new SecretsKeys(List.of());

    private static final Logger log = LoggerFactory.getLogger(SecretsKeys.class);

    /** More than any list of keys takes. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final String FORM =
            "Each line is a key, the first one seals. Make one with: openssl rand -base64 " + SecretsKey.BYTES + ".";

    private final Map<String, SecretsKey> byId = new LinkedHashMap<>();

    SecretsKeys(List<SecretsKey> keys) {
        keys.forEach(key -> byId.put(key.id(), key));
    }

    /**
     * Reads a file of keys: {@value SecretsKey#BYTES} random bytes in Base64 on each line. Blank lines and those that begin with
     * {@code #} do not count.
     *
     * @throws UncheckedIOException if that cannot be; its message says, fit to be shown, why and what to do
     */
    public static SecretsKeys read(Path file) {
        try {
            List<SecretsKey> keys = content(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> key(line, file))
                    .toList();
            if (keys.isEmpty()) {
                throw unusable("There is no key in the secrets key file " + file + ".", null);
            }
            warnIfOpen(file);
            return new SecretsKeys(keys);
        } catch (IOException e) {
            throw unusable(
                    "The secrets key file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    private static String content(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw unusable("The secrets key file " + file + " is no regular file.", null); // a pipe may never end
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES), UTF_8);
        }
    }

    private static SecretsKey key(String line, Path file) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            throw unusable("The secrets key file " + file + " has a line that is not Base64.", null); // nor shown
        }
        if (bytes.length != SecretsKey.BYTES) {
            throw unusable(
                    "The secrets key file " + file + " has a key of " + bytes.length + " bytes instead of "
                            + SecretsKey.BYTES + ".",
                    null);
        }
        return new SecretsKey(bytes);
    }

    private static UncheckedIOException unusable(String what, IOException cause) {
        String message = what + " " + FORM;
        return new UncheckedIOException(message, cause == null ? new IOException(message) : cause);
    }

    private static void warnIfOpen(Path file) throws IOException {
        boolean knowsPermissions = Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
        if (knowsPermissions && !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
            log.warn("Others than its owner can read or change the keys in {}: chmod 600 it.", file);
        }
    }

    /** Why a store with secrets of these keys cannot be opened; empty if it can. */
    public Optional<String> missing(List<String> idsInUse) {
        return idsInUse.stream()
                .filter(id -> !byId.containsKey(id))
                .findFirst()
                .map(id -> "it holds secrets that were sealed with the key " + id
                        + "; give the server a secrets key file with that key");
    }

    /** The one that seals; none if secrets are kept as they are. */
    public Optional<SecretsKey> sealing() {
        return byId.values().stream().findFirst();
    }

    SecretsKey get(String id) {
        SecretsKey key = byId.get(id);
        if (key == null) {
            throw new IllegalStateException("a secret was sealed with the key " + id + ", which this server lacks");
        }
        return key;
    }

    @Override
    public String toString() {
        return "SecretsKeys" + byId.keySet();
    }
}
