package dev.jobport.benchmarks.load;

/** What one connection says: it is asked for the next request whenever the answer to the last one has come. */
interface Conversation {

    /** The next request, whole; null when there is nothing more to say. */
    byte[] next();

    /** @param nanos from the first byte sent to the last byte received */
    void answered(Answer answer, long nanos);
}
