package dev.jobport.lab.record;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.InjectedFault;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A request for an object of a job's artifacts. */
public final class ObjectSighting extends Sighting {

    private final What what;

    /**
     * What was asked for.
     *
     * @param operation as S3 names it; empty if it is none that is offered
     * @param object the path, in clear
     * @param artifact the name of the artifact that lies there
     * @param job whose artifact that is
     * @param key the access key that was claimed; empty if there is none
     * @param digest what tells contents apart that are to be stored
     */
    public record What(
            String method,
            String operation,
            String object,
            Optional<String> artifact,
            Optional<String> job,
            String key,
            Optional<String> digest) {}

    public ObjectSighting(Recorder recorder, Headers headers, What what) {
        super(recorder, headers, false);
        this.what = what;
    }

    @Override
    public String operation() {
        return what.operation();
    }

    @Override
    public boolean isCall() {
        return false;
    }

    @Override
    public Map<String, String> members() {
        return what.job().map(id -> Map.of("jobId", id)).orElse(Map.of());
    }

    @Override
    public String key() {
        return what.key();
    }

    @Override
    Event unansweredEvent(Optional<InjectedFault> fault) {
        return event(Optional.empty(), 0, Optional.empty(), fault);
    }

    @Override
    Event answeredEvent(
            int status, String outcome, byte[] body, Optional<Instant> sent, Optional<InjectedFault> fault) {
        return event(sent, status, status / 100 == 2 ? Optional.empty() : Optional.of(outcome), fault);
    }

    private Event event(Optional<Instant> sent, int status, Optional<String> error, Optional<InjectedFault> fault) {
        SecretTags tags = recorder.tags();
        return new ArtifactRequest(
                number,
                arrived,
                sent,
                what.method(),
                tags.mask(what.object()),
                what.artifact(),
                what.job(),
                what.key().isEmpty() ? Optional.empty() : Optional.of(tags.mask(what.key())),
                status,
                error,
                what.digest(),
                fault);
    }
}
