package dev.jobport.adapters.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of many may do something: a number of times at once, and once more after each pause. */
final class Allowance {

    /** Of those beyond, the ones that did it least recently are forgotten. */
    static final int REMEMBERED = 10_000;

    private final Duration all;
    private final Duration each;

    /** By name, when everything that was used up is free again. */
    private final Map<String, Instant> freeAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param each until one more is allowed */
    Allowance(int atOnce, Duration each) {
        this.all = each.multipliedBy(atOnce);
        this.each = each;
    }

    /** Takes one more time down. Returns whether it is one of those that are allowed. */
    synchronized boolean allows(String name, Instant now) {
        Instant free = freeAt.getOrDefault(name, now);
        Instant from = free.isBefore(now) || free.isAfter(now.plus(all)) ? now : free;
        Instant next = from.plus(each);
        boolean allowed = !next.isAfter(now.plus(all));
        freeAt.put(name, allowed ? next : from);
        return allowed;
    }

    synchronized int size() {
        return freeAt.size();
    }
}
