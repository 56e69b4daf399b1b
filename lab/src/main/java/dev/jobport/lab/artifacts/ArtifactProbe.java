package dev.jobport.lab.artifacts;

import dev.jobport.lab.carrier.Carrier;
import dev.jobport.lab.carrier.Line;
import dev.jobport.lab.carrier.Received;
import dev.jobport.lab.faults.FaultPlan;
import dev.jobport.lab.faults.Framing;
import dev.jobport.lab.faults.Held;
import dev.jobport.lab.record.ObjectSighting;
import dev.jobport.lab.record.Recorder;
import dev.jobport.lab.world.World;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Lets workers read and store the artifacts of their jobs as at S3, by path, and writes down with whose credentials they do.
 * It knows the objects that actions name, and GET, HEAD and PUT of a whole one; all else is 501. Signatures are not checked.
 */
public final class ArtifactProbe implements AutoCloseable {

    private final Shelf shelf;
    private final World world;
    private final Recorder recorder;
    private final FaultPlan faults;
    private final Storage storage;
    private final Carrier carrier;

    /** Listens from now on, on a port that is free. */
    public ArtifactProbe(Shelf shelf, World world, Recorder recorder, FaultPlan faults) {
        this.shelf = shelf;
        this.world = world;
        this.recorder = recorder;
        this.faults = faults;
        this.storage = new Storage(shelf, world);
        AtomicReference<Carrier> later = new AtomicReference<>();
        this.carrier = new Carrier(0, true, (request, line) -> receive(request, line, later::get));
        later.set(carrier);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + carrier.port());
    }

    private void receive(Received received, Line line, Supplier<Carrier> where) {
        ObjectRequest request = ObjectRequest.of(received);
        ObjectSighting sighting = new ObjectSighting(recorder, received::header, what(request));
        if (received.unusable().isPresent()) {
            int status = received.unusable().get();
            boolean sent = line.send(Framing.of(status));
            sighting.answered(status, Integer.toString(status), new byte[0], sent, Optional.empty());
        } else {
            faults.applyTo(new Held(world, recorder, where, front -> storage.answer(request), sighting, line));
        }
    }

    private ObjectSighting.What what(ObjectRequest request) {
        Optional<String> caller =
                world.grant(request.key()).map(it -> it.action().value());
        Optional<Shelf.Use> use = shelf.at(request.path()).map(lot -> lot.use(caller));
        return new ObjectSighting.What(
                request.received().method(),
                request.operation(),
                request.path(),
                use.map(Shelf.Use::artifact),
                use.map(it -> world.latestJob(it.action())),
                request.key(),
                request.digest());
    }

    @Override
    public void close() {
        carrier.close();
    }
}
