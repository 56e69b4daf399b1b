package dev.jobport.adapters.identity;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the requests of one transport may take together. A quarter of it is kept for small ones
 * that arrive at once, so that neither a few large bodies nor many slow ones keep job workers from asking.
 */
public final class Room {

    /** Larger than nearly every request of a job worker, by far. */
    public static final int SMALL_BYTES = 16 * 1024;

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    /** @param size in bytes */
    public Room(long size) {
        this.size = size;
    }

    /** In bytes. */
    public long taken() {
        return taken.get();
    }

    /** What one request has taken of it. */
    public final class Share {

        private long held;
        private boolean ended;
        private boolean waits;

        /** The request has not arrived at once: nothing is kept for it. */
        public synchronized void waits() {
            waits = true;
        }

        /** @return whether there was so much left; if not, nothing is taken */
        public synchronized boolean take(int bytes) {
            long limit = waits || held + bytes > SMALL_BYTES ? size - size / 4 : size;
            if (ended) {
                return false;
            }
            if (taken.addAndGet(bytes) > limit) {
                taken.addAndGet(-bytes);
                return false;
            }
            held += bytes;
            return true;
        }

        /** Gives all back; from now on there is nothing to take. */
        public synchronized void end() {
            ended = true;
            taken.addAndGet(-held);
            held = 0;
        }
    }
}
