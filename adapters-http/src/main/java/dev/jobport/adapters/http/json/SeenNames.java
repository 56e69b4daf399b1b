package dev.jobport.adapters.http.json;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.Arrays;

/**
 * The names that the members of a JSON text have had so far, by their hashes: eight bytes each, where the names themselves
 * would take a hundred. That two different ones have the same happens to one text in thousands of millions, at the most.
 */
final class SeenNames {

    private static final HashFunction HASH = Hashing.goodFastHash(Long.SIZE);

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
        long hash = HASH.newHasher()
                .putInt(open[depth - 1])
                .putUnencodedChars(name)
                .hash()
                .asLong();
        return put(hash == 0 ? 1 : hash);
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
