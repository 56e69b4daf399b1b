package dev.jobport.lab.faults;

import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.domain.job.Job;
import dev.jobport.lab.carrier.Carrier;
import dev.jobport.lab.carrier.Line;
import dev.jobport.lab.record.Recorder;
import dev.jobport.lab.record.Sighting;
import dev.jobport.lab.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** A request that is held, so that something else can happen before it is carried out, or before its answer goes out. */
public final class Held {

    private final World world;
    private final Recorder recorder;
    private final Supplier<Carrier> carrier;
    private final Function<AwsJson, Answer> answering;
    private final Sighting sighting;
    private final Line line;
    private Duration skew = Duration.ZERO;

    /** @param answering has it answered, by the application behind a front if it is a call */
    public Held(
            World world,
            Recorder recorder,
            Supplier<Carrier> carrier,
            Function<AwsJson, Answer> answering,
            Sighting sighting,
            Line line) {
        this.world = world;
        this.recorder = recorder;
        this.carrier = carrier;
        this.answering = answering;
        this.sighting = sighting;
        this.line = line;
    }

    public World world() {
        return world;
    }

    public Recorder recorder() {
        return recorder;
    }

    public Carrier carrier() {
        return carrier.get();
    }

    public Line line() {
        return line;
    }

    /** A member as it was sent; empty if it was not. */
    public String member(String name) {
        return sighting.members().getOrDefault(name, "");
    }

    public String operation() {
        return sighting.operation();
    }

    public String caller() {
        return sighting.key();
    }

    /** The action that the job belongs to of which the request speaks. */
    public Optional<String> action() {
        return world.actionOf(member("jobId"));
    }

    /** The job of which it speaks, as it is by now. */
    public Optional<Job> job() {
        return world.job(member("jobId"));
    }

    /** Whether it is a call of the protocol, and not a request for an artifact. */
    public boolean isCall() {
        return sighting.isCall();
    }

    /** Has the application answer. */
    public Answer carryOut(AwsJson by) {
        return world.as(caller(), () -> answering.apply(by));
    }

    /** The clock that the answer shows. */
    public Duration skew() {
        return skew;
    }

    public void skew(Duration off) {
        skew = off;
    }

    /** Waits for something else to happen, for a while. */
    public void await(BooleanSupplier what, Duration patience) {
        meanwhile(() -> recorder.await(what, patience));
    }

    /** Does something that takes long, and is meant to, before the rest of the answer goes out. */
    public boolean meanwhile(BooleanSupplier something) {
        return sighting.meanwhile(something::getAsBoolean);
    }

    Sighting sighting() {
        return sighting;
    }
}
