package dev.jobport.domain.action;

import dev.jobport.domain.TextConstraint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The revision that an action worked on.
 *
 * @param revision 1 to 1,500 characters
 * @param changeIdentifier 1 to 100 characters
 * @param created when the revision was made; kept to the millisecond, like all instants
 * @param revisionSummary 1 to 2,048 characters
 */
public record CurrentRevision(
        String revision, String changeIdentifier, Optional<Instant> created, Optional<String> revisionSummary) {

    public static final TextConstraint REVISION = Artifact.REVISION;
    public static final TextConstraint CHANGE_IDENTIFIER = TextConstraint.length(1, 100);
    public static final TextConstraint REVISION_SUMMARY = TextConstraint.length(1, 2048);

    public CurrentRevision {
        REVISION.require(revision);
        CHANGE_IDENTIFIER.require(changeIdentifier);
        created = created.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
        revisionSummary.ifPresent(REVISION_SUMMARY::require);
    }
}
