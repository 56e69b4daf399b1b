package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.TIMING;

import dev.jobport.domain.actiontype.Timing;

/** The world as one family of job workers sees it. What holds for both families is told on this. */
public interface FamilyWorld extends JobWorkerWorld {

    /** A job worker of the family with an action type that no other test uses. */
    Worker worker(Timing timing);

    default Worker worker() {
        return worker(TIMING);
    }
}
