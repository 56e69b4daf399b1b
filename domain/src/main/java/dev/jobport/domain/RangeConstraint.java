package dev.jobport.domain;

/** The whole numbers from {@code min} to {@code max}, both allowed. */
public record RangeConstraint(long min, long max) {

    /**
     * Lets a good value through.
     *
     * @throws Refusal.Validation if the value is outside the range
     */
    public long require(long value) {
        if (value < min) {
            throw new Refusal.Validation(Violation.of("have value greater than or equal to " + min));
        }
        if (value > max) {
            throw new Refusal.Validation(Violation.of("have value less than or equal to " + max));
        }
        return value;
    }
}
