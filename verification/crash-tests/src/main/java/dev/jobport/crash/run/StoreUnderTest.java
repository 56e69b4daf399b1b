package dev.jobport.crash.run;

import java.time.Duration;
import java.util.List;

/** What the servers of a run keep their jobs in. */
interface StoreUnderTest extends AutoCloseable {

    /** The store as a server's settings name it; each server may have a way of its own to it. */
    String url(int server);

    /** By how much the clock that dates a job's steps may differ from that of the callers, who are on this machine. */
    Duration clockDoubt();

    /** What can be done to it while servers use it; each returns when the store can be used again. */
    List<Blow> blows();

    /**
     * Looks into the store itself, when no server runs.
     *
     * @return what is wrong with it; empty if it is sound
     */
    List<String> damage();

    @Override
    void close();

    /**
     * @param name as counts are printed
     * @param kills whether it kills a process
     * @param strike what happens
     */
    record Blow(String name, boolean kills, Runnable strike) {}
}
