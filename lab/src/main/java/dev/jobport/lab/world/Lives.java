package dev.jobport.lab.world;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import dev.jobport.lab.record.Recorder;
import dev.jobport.verdict.history.LifeEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Writes down how jobs change, and who changed them. */
final class Lives implements JobObserver {

    private final Recorder recorder;
    private final Supplier<Optional<String>> actor;
    private final Map<String, String> actions = new ConcurrentHashMap<>();
    private final Map<String, InHand> inHand = new ConcurrentHashMap<>();

    /** @param actor the name of who asks the application for something now */
    Lives(Recorder recorder, Supplier<Optional<String>> actor) {
        this.recorder = recorder;
        this.actor = actor;
    }

    @Override
    public void changed(Job job, List<Transition> news) {
        String action = job.action().id().value();
        actions.put(job.id().value(), action);
        List<Transition> all = job.transitions();
        int known = all.size() - news.size();
        for (int i = known; i < all.size(); i++) {
            Transition step = all.get(i);
            Optional<String> from = i == 0
                    ? Optional.empty()
                    : Optional.of(all.get(i - 1).status().name());
            recorder.add(number -> {
                Optional<String> by = by(step.status());
                hold(job, step.status(), by, number);
                return new LifeEvent(
                        number,
                        step.at(),
                        job.id().value(),
                        action,
                        from,
                        step.status().name(),
                        by);
            });
        }
    }

    private void hold(Job job, JobStatus status, Optional<String> by, long since) {
        switch (status) {
            case Dispatched, InProgress ->
                inHand.put(job.id().value(), new InHand(by.orElse(""), since, status == JobStatus.InProgress));
            default -> inHand.remove(job.id().value());
        }
    }

    /**
     * A job that somebody has.
     *
     * @param since the number of the event by which they got it
     * @param isTaken whether they have acknowledged it
     */
    record InHand(String who, long since, boolean isTaken) {}

    /** Jobs that somebody has, by their ids. */
    Map<String, InHand> inHand() {
        return inHand;
    }

    /** Only these are anybody's doing; the others are time's. */
    private Optional<String> by(JobStatus status) {
        return switch (status) {
            case Dispatched, InProgress, Succeeded, Failed, Abandoned -> actor.get();
            case Created, Queued, TimedOut -> Optional.empty();
        };
    }

    /** The action that a job belongs to. */
    Optional<String> actionOf(String job) {
        return Optional.ofNullable(actions.get(job));
    }
}
