package dev.jobport.application.driving;

/** What the clock may ask. Time passes for jobs also when nobody polls. */
public interface Clock {

    /**
     * Lets everything happen that has become due: follow-ups become pollable, lapsed leases are offered again, jobs and
     * actions time out, patience ends. To be called several times a second; calling it on many servers at once does no
     * harm.
     */
    void tick();
}
