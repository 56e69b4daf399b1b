package dev.jobport.lab.carrier;

/** Gets what the carrier brings. */
@FunctionalInterface
public interface Receiver {

    /**
     * Answers by the line, or leaves it. Many are called at once, each on the thread of its connection, which waits for the
     * end of it before it reads the next request.
     */
    void receive(Received request, Line line);
}
