package dev.jobport.domain.actiontype;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;

/**
 * How many artifacts an action of a type reads, or writes.
 *
 * @param minimumCount 0 to 10
 * @param maximumCount 0 to 10, and not below the minimum
 */
public record ArtifactDetails(int minimumCount, int maximumCount) {

    /** What a custom action type may have (CodePipeline API Reference, ArtifactDetails). */
    public static final RangeConstraint CUSTOM_COUNT = new RangeConstraint(0, 5);

    /** What any action type may have (CodePipeline API Reference, ActionTypeArtifactDetails). */
    public static final RangeConstraint COUNT = new RangeConstraint(0, 10);

    /** What holds where nobody said anything. */
    public static final ArtifactDetails DEFAULT =
            new ArtifactDetails((int) CUSTOM_COUNT.min(), (int) CUSTOM_COUNT.max());

    public ArtifactDetails {
        COUNT.require(minimumCount);
        COUNT.require(maximumCount);
        if (maximumCount < minimumCount) {
            throw new Refusal.Validation(
                    "maximumCount",
                    "The maximumCount of artifacts, " + maximumCount + ", is below their minimumCount, " + minimumCount
                            + "; raise the one or lower the other.");
        }
    }

    boolean allows(int count) {
        return count >= minimumCount && count <= maximumCount;
    }

    /** As in "1 artifact", "0 to 5 artifacts". */
    @Override
    public String toString() {
        String counts = minimumCount == maximumCount ? "" + minimumCount : minimumCount + " to " + maximumCount;
        return counts + (maximumCount == 1 ? " artifact" : " artifacts");
    }
}
