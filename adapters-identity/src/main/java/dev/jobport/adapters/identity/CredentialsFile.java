package dev.jobport.adapters.identity;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's file of credentials. It is looked at when somebody asks, at most once a second, and read again when it
 * has changed; if it then cannot be used, or does not answer, what was read before stays.
 */
final class CredentialsFile {

    private static final Logger log = LoggerFactory.getLogger(CredentialsFile.class);

    /** How long a change may go unnoticed. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final String FORM = "It must be like"
            + " {\"keys\":[{\"accessKeyId\":\"…\",\"secretAccessKey\":\"…\",\"actionTypes\":[\"ThirdParty/Test/Acme/1\"]}],"
            + "\"controlTokens\":[\"…\"]}.";

    /** How long a request may wait for the file before it goes on with what was read before. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;
    private final InstantSource time;
    private final Content content;
    private final Patience patience;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Instant lastLook;
    private Version version;
    private boolean silent;
    private volatile Credentials credentials;

    /** What tells a changed file from the same one. */
    private record Version(Instant modified, long size, Object identity) {}

    /** What was found at one look; nothing else than the version if the file is as it was. */
    private record Look(Version version, Optional<Credentials> read, Optional<String> complaint) {}

    /** Reads a file. */
    @FunctionalInterface
    interface Content {
        byte[] of(Path path) throws IOException;
    }

    /** @throws UnusableCredentials if it cannot be read, or is not as it should be */
    CredentialsFile(Path path, InstantSource time) {
        this(path, time, OperatorFile::read, PATIENCE);
    }

    CredentialsFile(Path path, InstantSource time, Content content, Duration patience) {
        this.path = path;
        this.time = time;
        this.content = content;
        this.patience = new Patience(patience);
        this.lastLook = time.instant();
        Look first = this.patience
                .await(() -> lookAgain(null))
                .orElseThrow(() -> new UnusableCredentials(
                        "The credentials file " + path + " cannot be read: its file system does not answer."));
        this.version = first.version();
        this.credentials = first.read()
                .orElseThrow(() -> new UnusableCredentials(first.complaint().orElseThrow()));
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
        Version known = version;
        Optional<Look> found = patience.await(() -> lookAgain(known));
        if (found.isEmpty() && !silent) {
            log.error("The credentials file {} does not answer. The credentials read before stay in use.", path);
        }
        silent = found.isEmpty();
        found.ifPresent(look -> {
            version = look.version(); // also if it is unusable, so that this is told once
            look.read().ifPresent(read -> {
                credentials = read;
                log.info("credentials read again from {}", path);
            });
            look.complaint()
                    .ifPresent(complaint -> log.error("{} The credentials read before stay in use.", complaint));
        });
    }

    private Look lookAgain(Version known) {
        Version found = version();
        if (found.equals(known)) {
            return new Look(found, Optional.empty(), Optional.empty());
        }
        try {
            return new Look(found, Optional.of(read()), Optional.empty());
        } catch (UnusableCredentials e) {
            return new Look(found, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private Credentials read() {
        try {
            Credentials read = CredentialsReader.read(content.of(path));
            OperatorFile.exposure(path).ifPresent(log::warn);
            return read;
        } catch (CredentialsReader.Malformed e) {
            throw new UnusableCredentials(
                    "The credentials file " + path + " is malformed: " + e.getMessage() + ". " + FORM);
        } catch (NoSuchFileException e) {
            throw new UnusableCredentials("There is no credentials file " + path + ": write one, or name another.");
        } catch (IOException e) {
            boolean told = e instanceof FileSystemException known && known.getReason() != null;
            String why =
                    told ? ((FileSystemException) e).getReason() : e.getClass().getSimpleName();
            throw new UnusableCredentials("The credentials file " + path + " cannot be read (" + why
                    + "): make it a file that the server's user may read.");
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
