package dev.jobport.adapters.persistence.format;

import static java.util.stream.Collectors.joining;

import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that are stored as short texts. */
public final class Texts {

    private Texts() {}

    /** The reverse of {@link ActionTypeId#toString()}; none of the four parts can hold a slash. */
    public static ActionTypeId readActionTypeId(String stored) {
        String[] parts = stored.split("/");
        return new ActionTypeId(ActionCategory.valueOf(parts[1]), ActionOwner.valueOf(parts[0]), parts[2], parts[3]);
    }

    /** The reverse of {@link Account#toString()}. */
    public static Account readAccount(String stored) {
        String[] regionAndId = stored.split("/");
        return new Account(regionAndId[1], regionAndId[0]);
    }

    public static String writeTransitions(List<Transition> transitions) {
        return transitions.stream()
                .map(transition -> transition.status() + "@" + transition.at().toEpochMilli())
                .collect(joining(" "));
    }

    public static List<Transition> readTransitions(String stored) {
        return Stream.of(stored.split(" "))
                .map(transition -> transition.split("@"))
                .map(parts ->
                        new Transition(JobStatus.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                .toList();
    }

    /** Schema version 1 had the result's invocation too, after a blank. */
    public static Optional<Invocation> readAcknowledgedBy(String stored) {
        return stored.isEmpty() ? Optional.empty() : Optional.of(new Invocation(stored.split(" ")[0]));
    }
}
