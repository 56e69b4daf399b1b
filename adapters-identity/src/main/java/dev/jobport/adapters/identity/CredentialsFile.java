package dev.jobport.adapters.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's file of credentials. It is looked at when somebody asks, at most once a second, and read again when it
 * has changed; if it then cannot be used, what was read before stays.
 */
final class CredentialsFile {

    private static final Logger log = LoggerFactory.getLogger(CredentialsFile.class);

    /** How long a change may go unnoticed. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final String FORM = "It must be like"
        + " {\"keys\":[{\"accessKeyId\":\"…\",\"secretAccessKey\":\"…\",\"actionTypes\":[\"ThirdParty/Test/Acme/1\"]}],"
        + "\"controlTokens\":[\"…\"]}.";

    private final Path path;
    private final InstantSource time;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Instant lastLook;
    private Version version;
    private volatile Credentials credentials;

    /** What tells a changed file from the same one. */
    private record Version(Instant modified, long size, Object identity) {}

    /** @throws UnusableCredentials if it cannot be read, or is not as it should be */
    CredentialsFile(Path path, InstantSource time) {
        this.path = path;
        this.time = time;
        this.lastLook = time.instant();
        this.version = version();
        this.credentials = read();
    }

    Credentials current() {
        // whoever comes while another looks takes what there is
        if (isTimeToLook() && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return credentials;
    }

    /** Also after the clock was set back. */
    private boolean isTimeToLook() {
        return Duration.between(lastLook, time.instant()).abs().compareTo(LOOK_EVERY) >= 0;
    }

    private void look() {
        lastLook = time.instant();
        Version found = version();
        if (!found.equals(version)) {
            version = found; // also if it is unusable, so that this is told once
            try {
                credentials = read();
                log.info("credentials read again from {}", path);
            } catch (UnusableCredentials e) {
                log.error("{} The credentials read before stay in use.", e.getMessage());
            }
        }
    }

    private Credentials read() {
        try {
            Credentials read = CredentialsReader.read(Files.readAllBytes(path));
            warnIfOpen();
            return read;
        } catch (CredentialsReader.Malformed e) {
            throw new UnusableCredentials(
                    "The credentials file " + path + " is malformed: " + e.getMessage() + ". " + FORM);
        } catch (NoSuchFileException e) {
            throw new UnusableCredentials("There is no credentials file " + path + ": write one, or name another.");
        } catch (IOException e) {
            throw new UnusableCredentials("The credentials file " + path + " cannot be read ("
                    + e.getClass().getSimpleName() + "): make it a file that the server's user may read.");
        }
    }

    private void warnIfOpen() throws IOException {
        boolean knowsPermissions = Files.getFileStore(path).supportsFileAttributeView("posix");
        if (knowsPermissions && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
            log.warn("Every user of this machine can read the secrets in {}: chmod 600 it.", path);
        }
    }

    private Version version() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime().toInstant(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return new Version(Instant.MIN, 0, null); // reading it tells more
        }
    }
}
