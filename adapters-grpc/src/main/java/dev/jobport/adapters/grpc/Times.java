package dev.jobport.adapters.grpc;

import com.google.protobuf.Timestamp;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.time.Duration;
import java.time.Instant;

/** Instants and durations. Whoever sets fields that protobuf does not allow is refused, as with any other value. */
final class Times {

    /** From the year 1 to the year 9999 (google/protobuf/timestamp.proto). */
    private static final RangeConstraint SECONDS = new RangeConstraint(-62_135_596_800L, 253_402_300_799L);

    private static final RangeConstraint NANOS = new RangeConstraint(0, 999_999_999);

    private Times() {}

    static Instant read(Timestamp timestamp) {
        return Instant.ofEpochSecond(SECONDS.require(timestamp.getSeconds()), NANOS.require(timestamp.getNanos()));
    }

    static Timestamp of(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    /** @param seconds the whole seconds that it may have */
    static Duration read(com.google.protobuf.Duration duration, RangeConstraint seconds) {
        if (duration.getNanos() != 0) {
            throw new Refusal.Validation(Violation.of("be a number of whole seconds"));
        }
        return Duration.ofSeconds(seconds.require(duration.getSeconds()));
    }

    static com.google.protobuf.Duration of(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .setNanos(duration.toNanosPart())
                .build();
    }
}
