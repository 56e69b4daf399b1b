package dev.jobport.lab.faults;

import java.util.SplittableRandom;

/** Which of the calls that fit, in the order in which they arrive. Retries are calls of their own. */
public sealed interface When {

    When ALWAYS = new Range(1, Integer.MAX_VALUE);

    /** @param ordinal its place among the calls that are counted together, from 1 */
    boolean includes(int ordinal, long seed, Object call);

    /** Calls for which this is equal are counted together: by default, all that fit. */
    default Object countedWith(Object call) {
        return "all";
    }

    /** From one to another, both included. */
    record Range(int first, int last) implements When {

        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "Calls are counted from 1, so there are none from " + first + " to " + last + ".");
            }
        }

        @Override
        public boolean includes(int ordinal, long seed, Object call) {
            return first <= ordinal && ordinal <= last;
        }

        @Override
        public String toString() {
            if (equals(ALWAYS)) {
                return "";
            }
            return first == last ? "#" + first : "#" + first + "-" + last;
        }
    }

    /** Each third, for instance. */
    record Every(int step) implements When {

        public Every {
            if (step < 1) {
                throw new IllegalArgumentException("There is no every " + step + ".");
            }
        }

        @Override
        public boolean includes(int ordinal, long seed, Object call) {
            return ordinal % step == 0;
        }

        @Override
        public String toString() {
            return "#/" + step;
        }
    }

    /** A random choice that is the same for the same call, and for each repeat of it, whatever else happens. */
    record Probably(double probability) implements When {

        public Probably {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability is from 0 to 1, and not " + probability + ".");
            }
        }

        @Override
        public Object countedWith(Object call) {
            return call;
        }

        @Override
        public boolean includes(int ordinal, long seed, Object call) {
            long mixed = seed * 0x9E3779B97F4A7C15L + (long) call.hashCode() * 0xBF58476D1CE4E5B9L + ordinal;
            return new SplittableRandom(mixed).nextDouble() < probability;
        }

        @Override
        public String toString() {
            return "%" + probability;
        }
    }
}
