package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Looks into lists that are in the order of numbers, without going through them. */
final class InOrder {

    private InOrder() {}

    /** The index of the last one before a number; -1 if there is none. */
    static <T> int before(List<T> list, ToLongFunction<T> numbers, long number) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers.applyAsLong(list.get(middle)) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The first after one number and before another. */
    static <E extends Event> Optional<E> within(List<E> list, long after, long before) {
        int index = before(list, Event::number, after + 1) + 1;
        return index < list.size() && list.get(index).number() < before
                ? Optional.of(list.get(index))
                : Optional.empty();
    }
}
