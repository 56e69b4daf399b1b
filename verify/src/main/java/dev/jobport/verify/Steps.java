package dev.jobport.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Steps of a scenario: each begins when the one before is over, and whoever asks drives them on. */
final class Steps implements BooleanSupplier {

    private final Deque<Supplier<BooleanSupplier>> left;
    private BooleanSupplier now = () -> true;

    /** @param steps each begins, and tells when it is over */
    private Steps(List<Supplier<BooleanSupplier>> steps) {
        left = new ArrayDeque<>(steps);
    }

    static BooleanSupplier wait(BooleanSupplier first, Supplier<BooleanSupplier> then) {
        return new Steps(List.of(() -> first, then));
    }

    @Override
    public boolean getAsBoolean() {
        while (now.getAsBoolean()) {
            if (left.isEmpty()) {
                return true;
            }
            now = left.remove().get();
        }
        return false;
    }
}
