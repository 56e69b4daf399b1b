package dev.jobport.lab;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.job.Job;
import dev.jobport.lab.faults.FaultPlan;
import dev.jobport.lab.faults.Which;
import dev.jobport.lab.record.Recorder;
import dev.jobport.lab.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An action that was started in a lab. Who waits for it waits in real time, because the worker is real. */
public final class Action {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String id;
    private final World world;
    private final Recorder recorder;
    private final Map<String, Supplier<Optional<byte[]>>> outputs;
    private int seenContinuations;

    /** @param outputs what lies at the places of its output artifacts, by their names */
    Action(String id, World world, Recorder recorder, Map<String, Supplier<Optional<byte[]>>> outputs) {
        this.id = id;
        this.world = world;
        this.recorder = recorder;
        this.outputs = Map.copyOf(outputs);
    }

    /** How an action stands. */
    public enum Status {
        IN_PROGRESS,
        SUCCEEDED,
        FAILED,
        /** It failed because it, or a job of it, took too long. */
        TIMED_OUT,
        /** It was stopped. */
        ABANDONED
    }

    /**
     * What was reported of it last. A text that nobody reported is empty.
     *
     * @param percentComplete -1 if nobody reported any
     * @param errorCode why it failed: a failure type, {@code JobTimedOut} or {@code ActionTimedOut}
     * @param jobs the ids of its jobs, in order
     */
    public record Outcome(
            Status status,
            String summary,
            String externalExecutionId,
            int percentComplete,
            Map<String, String> outputVariables,
            String errorCode,
            String errorMessage,
            List<String> jobs) {}

    /** The id of the action execution. */
    public String id() {
        return id;
    }

    /** How it stands now. */
    public Outcome now() {
        List<Job> jobs = world.jobs(id);
        Job last = jobs.get(jobs.size() - 1);
        ActionProgress progress = last.progress();
        String error = progress.errorDetails().map(it -> it.code()).orElse("");
        Status status = switch (last.actionStatus()) {
            case InProgress -> Status.IN_PROGRESS;
            case Succeeded -> Status.SUCCEEDED;
            case Failed -> error.endsWith("TimedOut") ? Status.TIMED_OUT : Status.FAILED;
            case Abandoned -> Status.ABANDONED;
        };
        return new Outcome(
                status,
                progress.executionDetails().summary().orElse(""),
                progress.executionDetails().externalExecutionId().orElse(""),
                progress.executionDetails().percentComplete().orElse(-1),
                progress.outputVariables().values(),
                error,
                progress.errorDetails().map(it -> it.message()).orElse(""),
                jobs.stream().map(job -> job.id().value()).toList());
    }

    public Status status() {
        return now().status();
    }

    /** Ends it, as a pipeline does that is stopped; does nothing if it has ended. No job of it is offered any more. */
    public void stop() {
        world.as("pipeline", () -> {
            if (status() == Status.IN_PROGRESS) {
                world.ports().pipelines().stopActionExecution(world.account(), new ActionExecutionId(id));
            }
            return id;
        });
    }

    /**
     * What was stored as an output artifact so far; empty if nothing was. Only a lab with artifacts has any.
     *
     * @throws IllegalArgumentException if the action has no such output
     */
    public Optional<byte[]> stored(String outputArtifact) {
        return Optional.ofNullable(outputs.get(outputArtifact))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Action " + id + " has no output " + outputArtifact + ", but " + outputs.keySet() + "."))
                .get();
    }

    /** The id of its latest job. */
    public String job() {
        List<String> jobs = now().jobs();
        return jobs.get(jobs.size() - 1);
    }

    /** Waits until it has ended, 10 seconds at the most. */
    public Outcome await() {
        return await(PATIENCE);
    }

    /** @throws AssertionError if it has not ended by then; it tells what the worker did last */
    public Outcome await(Duration patience) {
        await("has not ended", () -> status() != Status.IN_PROGRESS, patience);
        return now();
    }

    /** Waits until a worker has acknowledged its latest job, 10 seconds at the most. */
    public Outcome awaitAcknowledgement() {
        return awaitAcknowledgement(PATIENCE);
    }

    /** @throws AssertionError if nobody has by then; it tells what the worker did last */
    public Outcome awaitAcknowledgement(Duration patience) {
        await("was not acknowledged", () -> status() != Status.IN_PROGRESS || isTaken(), patience);
        return now();
    }

    private boolean isTaken() {
        List<Job> jobs = world.jobs(id);
        return switch (jobs.get(jobs.size() - 1).status()) {
            case Created, Queued, Dispatched -> false;
            default -> true;
        };
    }

    /**
     * Waits until the worker has reported success with a continuation token, and each time for one more; 10 seconds at the
     * most.
     *
     * @throws AssertionError if it does not, or the action ends
     */
    public Outcome awaitContinuation() {
        return awaitContinuation(PATIENCE);
    }

    /** @throws AssertionError if it was not continued by then, or the action ends; it tells what the worker did last */
    public Outcome awaitContinuation(Duration patience) {
        await(
                "was not continued",
                () -> continuations() > seenContinuations || status() != Status.IN_PROGRESS,
                patience);
        if (continuations() <= seenContinuations) {
            throw new AssertionError("Action " + id + " is " + status() + ", and was not continued.");
        }
        seenContinuations++;
        return now();
    }

    private int continuations() {
        return now().jobs().size() - 1;
    }

    private void await(String complaint, BooleanSupplier what, Duration patience) {
        if (!recorder.await(what, patience)) {
            throw new AssertionError("Action %s %s within %s. It is %s.%n%s"
                    .formatted(id, complaint, patience, status(), LastSeen.of(recorder.soFar())));
        }
    }

    @Override
    public String toString() {
        return "action " + id + " (" + status() + ")";
    }

    /** What an action is to work with. */
    public static final class Input {

        private final Map<String, String> configuration = new LinkedHashMap<>();
        private final List<Parcel> inputs = new ArrayList<>();
        private final List<Parcel> outputs = new ArrayList<>();
        private final List<UnaryOperator<Faults>> faults = new ArrayList<>();
        private Optional<String> client = Optional.empty();
        private Optional<Boolean> workFails = Optional.empty();

        Input() {}

        public Input configuration(String name, String value) {
            configuration.put(name, value);
            return this;
        }

        public Input configuration(Map<String, String> values) {
            configuration.putAll(values);
            return this;
        }

        /** An artifact to read, at a place of the lab's choice; a small zip file, if the lab has artifacts. */
        public Input inputArtifact(String name) {
            return input(name, Optional.empty(), Optional.empty());
        }

        /** The same, with this in it. */
        public Input inputArtifact(String name, byte[] content) {
            return input(name, Optional.empty(), Optional.of(content.clone()));
        }

        public Input inputArtifact(String name, String bucket, String key) {
            return input(name, Optional.of(new Artifact.S3Location(bucket, key)), Optional.empty());
        }

        private Input input(String name, Optional<Artifact.S3Location> place, Optional<byte[]> content) {
            inputs.add(new Parcel(name, place, content));
            return this;
        }

        /**
         * An artifact to store, at a place of the lab's choice. A lab with artifacts tells each job its outputs in another
         * order.
         */
        public Input outputArtifact(String name) {
            outputs.add(new Parcel(name, Optional.empty(), Optional.empty()));
            return this;
        }

        public Input outputArtifact(String name, String bucket, String key) {
            outputs.add(new Parcel(name, Optional.of(new Artifact.S3Location(bucket, key)), Optional.empty()));
            return this;
        }

        /** Whose action it is, if not the lab's own client's. For third-party actions. */
        public Input client(String clientId) {
            client = Optional.of(clientId);
            return this;
        }

        /** The work is meant to fail: a worker that reports success is wrong. */
        public Input failing() {
            workFails = Optional.of(true);
            return this;
        }

        /** The work is meant to go well. */
        public Input succeeding() {
            workFails = Optional.of(false);
            return this;
        }

        /** The faults of calls about this action's jobs. They hold before anybody can poll. */
        public Input faults(Consumer<Faults> planned) {
            faults.add(of -> {
                planned.accept(of);
                return of;
            });
            return this;
        }

        /**
         * The same, as a text: {@code rival@AcknowledgeJob}.
         *
         * @throws IllegalArgumentException if there is no such fault or operation; nothing has been started then
         */
        public Input fault(String text) {
            Faults.check(text);
            faults.add(of -> of.add(text));
            return this;
        }

        Map<String, String> configuration() {
            return configuration;
        }

        List<Parcel> inputs() {
            return inputs;
        }

        List<Parcel> outputs() {
            return outputs;
        }

        Optional<String> client() {
            return client;
        }

        Optional<Boolean> workFails() {
            return workFails;
        }

        void plan(FaultPlan plan, String action) {
            Faults ofAction = new Faults(plan, (Which which) -> which.ofAction(action));
            faults.forEach(each -> each.apply(ofAction));
        }
    }
}
