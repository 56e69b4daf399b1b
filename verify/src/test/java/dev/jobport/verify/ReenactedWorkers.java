package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.Job;

/**
 * Public workers, told again: each makes the calls that the worker in that repository makes, in its order, and takes its
 * answers as that does. What they do between is left out, and their waits are twenty times shorter.
 */
final class ReenactedWorkers {

    /** Five seconds of theirs: what is usual between two polls. */
    static final Duration USUAL_PAUSE = Duration.ofMillis(250);

    private ReenactedWorkers() {}

    /** A worker that waits as others do, and keeps the protocol as far as nothing else is said. */
    private static class Reenacted extends OwnWorker {

        Reenacted(Lab lab) {
            super(lab);
        }

        @Override
        long pause() {
            return 300;
        }

        /** Its polls, and all that it does with what they bring. */
        final void untilAskedToEnd(Runnable round) {
            do {
                round.run();
            } while (goesOn(pause()));
        }

        final List<Job> poll(int most) {
            return client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(most))
                    .jobs();
        }

        final void print(String line) {
            lab.witness().printed("stdout", line);
        }

        final void waitForBuild(Job job) {
            super.work(job);
        }
    }

    /** A state machine does the work; whatever throws on the way to it is taken for a failure of the job. */
    static final class CustomActionLambda extends Reenacted {

        CustomActionLambda(Lab lab) {
            super(lab);
        }

        @Override
        List<Job> poll() {
            return poll(10);
        }

        @Override
        void serve(Job job) {
            try {
                take(job, job.nonce());
                if (step(job) > 1 && hasFailed(job)) {
                    fail(job);
                } else {
                    succeed(job);
                }
            } catch (SdkException e) {
                fail(job);
            }
        }

        @Override
        int steps(Job job) {
            return Math.max(2, super.steps(job));
        }
    }

    /** It looks at its build sixty times, and then no more. Who cannot acknowledge stops the whole pipeline. */
    static final class GitLambda extends Reenacted {

        private static final int LOOKS = 60;
        private static final int MILLIS = 5;

        static final Traits TRAITS = new Traits(Map.of(), List.of(), Map.of("PipelineName", "shop"), Map.of());

        GitLambda(Lab lab) {
            super(lab);
        }

        @Override
        List<Job> poll() {
            return client.pollForJobs(poll ->
                            poll.actionTypeId(TYPE_ID).maxBatchSize(1).queryParam(Map.of("PipelineName", "shop")))
                    .jobs();
        }

        @Override
        void serve(Job job) {
            print("polled " + job);
            try {
                take(job, job.nonce());
            } catch (SdkException e) {
                client.stopPipelineExecution(it -> it.pipelineName("shop")
                        .pipelineExecutionId("00000000-0000-4000-8000-000000000001")
                        .abandon(true)
                        .reason("The job could not be acknowledged."));
                return;
            }
            long millis = Long.parseLong(configuration(job).getOrDefault("millis", "0"));
            for (int look = 1; look <= LOOKS; look++) {
                sleep(MILLIS);
                if (look * MILLIS >= millis) {
                    if (hasFailed(job)) {
                        fail(job);
                    } else {
                        succeed(job);
                    }
                    return;
                }
            }
        }
    }

    /** Whatever throws ends it, as it is, with the job in hand. */
    static final class ArtifactoryWorker extends Reenacted {

        ArtifactoryWorker(Lab lab) {
            super(lab);
        }

        @Override
        void run() {
            untilAskedToEnd(() -> client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID)).jobs().stream()
                    .limit(1)
                    .forEach(this::serve));
        }

        @Override
        void serve(Job job) {
            print("acknowledged: " + take(job, job.nonce()));
            if (hasFailed(job)) {
                throw new IllegalStateException("The artifact could not be read.");
            }
            succeed(job);
        }
    }

    /** An exception of the work is printed, and not reported. */
    static final class CustomJobWorkerThatThrows extends OwnWorker {

        CustomJobWorkerThatThrows(Lab lab) {
            super(lab);
        }

        @Override
        void report(Job job) {
            if (!hasFailed(job)) {
                super.report(job);
            }
        }
    }

    /** Each job has a thread. What the thread was at, with its credentials, is the message of a failure. */
    static final class SandboxWorker extends ArtifactWorker {

        static final Traits TRAITS = new Traits(Map.of(), List.of("Sandbox"), Map.of(), Map.of());

        private final List<Thread> threads = new ArrayList<>();

        SandboxWorker(Lab lab) {
            super(lab);
        }

        @Override
        long pause() {
            return 300;
        }

        @Override
        void run() {
            try {
                do {
                    client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID)
                                    .maxBatchSize(1_000_000)
                                    .queryParam(Map.of()))
                            .jobs()
                            .forEach(this::serve);
                } while (goesOn(pause()));
            } finally {
                threads.forEach(SandboxWorker::join);
            }
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        void serve(Job job) {
            lab.witness().printed("stdout", "Job " + job);
            take(job, job.nonce());
            Thread thread = new Thread(() -> handle(job), "job-" + job.id());
            threads.add(thread);
            thread.start();
        }

        private void handle(Job job) {
            if (store(job)) {
                client.putJobSuccessResult(it -> it.jobId(job.id())
                        .currentRevision(revision -> revision.revision("1").changeIdentifier("1")));
            } else {
                fail(
                        job,
                        "Exception on task: s3 put_object token="
                                + job.data().artifactCredentials().sessionToken());
            }
        }
    }

    /** It asks for ten jobs and looks at the first. A failed acknowledgement is a failed build. */
    static final class ScanScript extends Reenacted {

        ScanScript(Lab lab) {
            super(lab);
        }

        @Override
        List<Job> poll() {
            List<Job> jobs = poll(10);
            return jobs.subList(0, Math.min(1, jobs.size()));
        }

        @Override
        void serve(Job job) {
            print("job json : " + job);
            try {
                take(job, job.nonce());
            } catch (SdkException e) {
                fail(job);
                return;
            }
            report(job);
        }
    }

    /** The build begins before the acknowledgement, and with set -e a refusal is the end. */
    static final class BuildScript extends ArtifactWorker {

        static final Traits TRAITS = new Traits(Map.of("Source", Optional.empty()), List.of(), Map.of(), Map.of());

        BuildScript(Lab lab) {
            super(lab);
        }

        /** A second of theirs. */
        @Override
        long pause() {
            return USUAL_PAUSE.toMillis() / 5;
        }

        @Override
        void run() {
            do {
                poll().forEach(this::serve);
            } while (goesOn(pause()));
        }

        @Override
        void serve(Job job) {
            read(job);
            lab.witness().printed("stderr", "Acknowledging job " + job.id() + " with nonce " + job.nonce());
            take(job, job.nonce());
            report(job);
        }
    }

    /** An error of the build service is kept in a variable that nobody looks at. */
    static final class TravisWorker extends Reenacted {

        TravisWorker(Lab lab) {
            super(lab);
        }

        @Override
        void serve(Job job) {
            take(job, job.nonce());
            if (!hasFailed(job)) {
                succeed(job);
            }
        }

        @Override
        int steps(Job job) {
            return Math.max(2, super.steps(job));
        }
    }

    /** The acknowledgement's failure is logged; the handler of all errors reports, whatever was reported before. */
    static final class CarelessLambda extends Reenacted {

        CarelessLambda(Lab lab) {
            super(lab);
        }

        @Override
        void serve(Job job) {
            try {
                take(job, job.nonce());
            } catch (SdkException e) {
                print("could not acknowledge: " + e.getClass().getSimpleName());
            }
            waitForBuild(job);
            try {
                if (hasFailed(job)) {
                    fail(job);
                }
                client.putJobSuccessResult(it -> it.jobId(job.id()));
            } catch (SdkException | UncheckedIOException e) {
                client.putJobFailureResult(it -> it.jobId(job.id())
                        .failureDetails(
                                details -> details.type(FailureType.JOB_FAILED).message("Something went wrong.")));
            }
        }
    }

    /** boto3 refuses the name of the parameter before anything is sent. */
    static final class MisnamedParameter extends Reenacted {

        MisnamedParameter(Lab lab) {
            super(lab);
        }

        @Override
        void serve(Job job) {
            print("Unknown parameter in input: \"id\"");
        }
    }
}
