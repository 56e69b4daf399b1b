package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import software.amazon.awssdk.services.codepipeline.model.Job;

/**
 * Behaves as AWS's plugin for Jenkins: polls for one job, after some jitter, and acknowledges it only when its build begins,
 * which is later. A job that it is offered again takes the place of the one that it knows.
 */
final class PluginLikeWorker extends OwnWorker {

    private final Queue<Job> builds = new ArrayDeque<>();
    private final Random jitter = new Random(1);

    PluginLikeWorker(Lab lab) {
        super(lab);
    }

    @Override
    long pause() {
        return 30 + jitter.nextInt(40);
    }

    @Override
    List<Job> poll() {
        Job before = builds.poll();
        if (before != null) {
            super.serve(before);
        }
        return super.poll();
    }

    @Override
    void serve(Job job) {
        builds.removeIf(it -> it.id().equals(job.id()));
        builds.add(job);
    }
}
