package dev.jobport.lab.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The artifacts of all actions of a lab, by their locations. Nothing lies at that of an output until it is stored. */
public final class Shelf {

    private static final String BUCKET = "jobport-lab";
    private static final byte[] SOMETHING_TO_READ = zip("README.txt", "An input artifact of a Jobport lab.\n");

    private final Map<String, Lot> lots = new ConcurrentHashMap<>();
    private final AtomicLong places = new AtomicLong();
    private final Optional<AtomicLong> rotation;

    private Shelf(Optional<AtomicLong> rotation) {
        this.rotation = rotation;
    }

    /** One from which nobody reads, and whose artifacts are told in the order in which they are given. */
    public static Shelf unseen() {
        return new Shelf(Optional.empty());
    }

    /** One that tells outputs in orders that come of a seed. */
    public static Shelf shuffling(long seed) {
        return new Shelf(Optional.of(new AtomicLong(seed)));
    }

    /** For which action an object is an artifact, and of what name. */
    record Use(String action, String artifact) {}

    /** What was stored at a location. */
    record Content(byte[] bytes, String type, Instant since) {}

    /** A location that actions name, by a path of bucket and key. */
    static final class Lot {

        private final List<Use> uses = new ArrayList<>();
        private Optional<Content> content = Optional.empty();

        private synchronized void add(Use use) {
            uses.add(use);
        }

        /** That of this action, or else of the newest that names the location. */
        synchronized Use use(Optional<String> action) {
            return uses.stream()
                    .filter(it -> action.equals(Optional.of(it.action())))
                    .findFirst()
                    .orElseGet(() -> uses.get(uses.size() - 1));
        }

        synchronized Optional<Content> content() {
            return content;
        }

        synchronized void store(Content other) {
            content = Optional.of(other);
        }
    }

    /** A location that no other artifact has. */
    public S3Location place(String artifact) {
        return new S3Location(BUCKET, "pipeline/" + artifact + "/" + places.incrementAndGet());
    }

    /** An action is to read it. Where no content is given and nothing lies there, it is a small zip file. */
    public void toRead(String action, Artifact artifact, Optional<byte[]> given) {
        Lot lot = lot(action, artifact);
        if (given.isPresent() || lot.content().isEmpty()) {
            lot.store(new Content(given.orElse(SOMETHING_TO_READ), "application/zip", Instant.now()));
        }
    }

    /** An action is to store it. */
    public void toStore(String action, Artifact artifact) {
        lot(action, artifact);
    }

    private Lot lot(String action, Artifact artifact) {
        Lot lot = lots.computeIfAbsent(path(artifact), it -> new Lot());
        lot.add(new Use(action, artifact.name()));
        return lot;
    }

    /** What lies where the artifact is to; empty if nothing does. */
    public Optional<byte[]> stored(Artifact artifact) {
        return Optional.ofNullable(lots.get(path(artifact)))
                .flatMap(Lot::content)
                .map(Content::bytes);
    }

    /** In another order than the outputs of the action before, so that a worker that goes by the order shows. */
    public List<Artifact> shuffled(List<Artifact> outputs) {
        List<Artifact> shuffled = new ArrayList<>(outputs);
        if (rotation.isPresent()) {
            Collections.rotate(shuffled, Math.floorMod(rotation.get().getAndIncrement(), Math.max(1, outputs.size())));
        }
        return shuffled;
    }

    /** @param path a bucket and a key: {@code /bucket/some/key} */
    Optional<Lot> at(String path) {
        return Optional.ofNullable(lots.get(path));
    }

    private static String path(Artifact artifact) {
        S3Location where = artifact.location().orElseThrow();
        return "/" + where.bucketName() + "/" + where.objectKey();
    }

    private static byte[] zip(String name, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
