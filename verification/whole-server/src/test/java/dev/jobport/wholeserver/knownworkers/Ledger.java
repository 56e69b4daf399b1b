package dev.jobport.wholeserver.knownworkers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which workers did which jobs, as they themselves would tell it. */
final class Ledger {

    private final Map<String, List<String>> workersByJob = new ConcurrentHashMap<>();

    void done(String jobId, String worker) {
        workersByJob.computeIfAbsent(jobId, any -> new CopyOnWriteArrayList<>()).add(worker);
    }

    /** By job; a job that was done twice has two workers. */
    Map<String, List<String>> workersByJob() {
        return Map.copyOf(workersByJob);
    }
}
