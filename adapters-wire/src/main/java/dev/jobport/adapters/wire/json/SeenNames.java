package dev.jobport.adapters.wire.json;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The names that the members of a JSON text have had so far, by their hashes: eight bytes each, where the names themselves
 * would take a hundred. Two different names have the same hash in one text of ten million at the most. A sender cannot
 * bring that about, because the hash is a polynomial of the characters, at a place that is secret.
 */
final class SeenNames {

    /** A prime, 2 to the power of 61 less 1. */
    private static final long PRIME = (1L << 61) - 1;

    private static final long PLACE = ThreadLocalRandom.current().nextLong(1 << 20, PRIME);

    private final int[] open = new int[Json.LARGEST_DEPTH + 1];
    private int depth;
    private int objects;

    /** A hash is at the first place, from the one that it points to on, that was free. A free one holds 0. */
    private long[] hashes = new long[32];

    private int names;

    /** What follows is in an object of its own. */
    void enter() {
        open[depth++] = ++objects;
    }

    /** What follows is in the object around the last again. */
    void leave() {
        depth--;
    }

    /** @return whether the object has no other member of this name */
    boolean add(String name) {
        if (++names * 2 > hashes.length) {
            grow();
        }
        long hash = open[depth - 1];
        for (int i = 0; i < name.length(); i++) {
            hash = next(hash, name.charAt(i) + 1);
        }
        return put(scattered(next(hash, 0)));
    }

    /** The polynomial with one coefficient more. */
    private static long next(long hash, int coefficient) {
        long high = Math.multiplyHigh(hash, PLACE);
        long low = hash * PLACE;
        long sum = (low & PRIME) + (low >>> 61 | high << 3) + coefficient;
        return (sum & PRIME) + (sum >>> 61);
    }

    /** So that names that are alike are not side by side; none is 0. */
    private static long scattered(long hash) {
        long mixed = (hash + 1) * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    }

    private void grow() {
        long[] before = hashes;
        hashes = new long[2 * before.length];
        Arrays.stream(before).filter(hash -> hash != 0).forEach(this::put);
    }

    private boolean put(long hash) {
        int place = (int) hash & hashes.length - 1;
        while (hashes[place] != 0) {
            if (hashes[place] == hash) {
                return false;
            }
            place = place + 1 & hashes.length - 1;
        }
        hashes[place] = hash;
        return true;
    }
}
