package dev.jobport.wholeserver.knownworkers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/**
 * Behaves as a Jenkins project with AWS's plugin: polls each minute, after some jitter, for one job of the project's own name,
 * and acknowledges it only when its build begins, which is later. It remembers the last job it was told and no other: one that
 * it forgets, and one that waits too long, is for somebody else.
 */
final class JenkinsProject {

    static final String PROJECT_NAME = "ProjectName";

    /** As the plugin has it. */
    static final int MAX_JITTER_MILLIS = 55_000;

    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);

    /** How often a build reads or writes a piece of an artifact. */
    private static final Duration TRANSFER_INTERVAL = Duration.ofSeconds(10);

    private final String controller;
    private final String project;
    private final CodePipelineClient codePipeline;
    private final ActionTypeId actionType;
    private final Duration waitForBuild;
    private final Duration buildTime;
    private final Supplier<Duration> jitter;
    private final Agenda agenda;
    private final Ledger ledger;

    /** The job whose build someone else had begun before it was this project's turn. */
    final List<String> takenByOthers = new CopyOnWriteArrayList<>();

    final List<JobCredentials> credentials = new CopyOnWriteArrayList<>();

    private Job job;
    private boolean queued;
    private boolean building;

    /** @param waitForBuild how long a build waits in the queue when no other build of the project runs */
    JenkinsProject(
            String controller,
            String project,
            CodePipelineClient codePipeline,
            ActionTypeId actionType,
            Duration waitForBuild,
            Duration buildTime,
            Supplier<Duration> jitter,
            Agenda agenda,
            Ledger ledger) {
        this.controller = controller;
        this.project = project;
        this.codePipeline = codePipeline;
        this.actionType = actionType;
        this.waitForBuild = waitForBuild;
        this.buildTime = buildTime;
        this.jitter = jitter;
        this.agenda = agenda;
        this.ledger = ledger;
    }

    void start() {
        agenda.every(POLL_INTERVAL, () -> agenda.in(jitter.get(), this::poll));
    }

    private synchronized void poll() {
        List<Job> jobs = codePipeline
                .pollForJobs(request ->
                        request.actionTypeId(actionType).maxBatchSize(1).queryParam(Map.of(PROJECT_NAME, project)))
                .jobs();
        if (jobs.size() > 1) {
            throw new AssertionError(project + " asked for one job and got " + jobs.size());
        }
        if (jobs.isEmpty()) {
            return;
        }
        job = jobs.get(0);
        if (!job.data().actionConfiguration().configuration().get(PROJECT_NAME).equals(project)) {
            throw new AssertionError(project + " got a job that is another's");
        }
        if (!queued) {
            queued = true;
            agenda.in(waitForBuild, this::build);
        }
    }

    private synchronized void build() {
        if (building) {
            return; // it begins when the other one ends
        }
        queued = false;
        Job ours = job;
        if (acknowledge(ours)) {
            building = true;
            JobCredentials ofJob = new JobCredentials(ours.id(), codePipeline, agenda);
            credentials.add(ofJob);
            transfer(ofJob, agenda.now().plus(buildTime), () -> finish(ours));
        } else {
            takenByOthers.add(ours.id());
        }
    }

    private boolean acknowledge(Job ours) {
        try {
            return codePipeline
                            .acknowledgeJob(request -> request.jobId(ours.id()).nonce(ours.nonce()))
                            .status()
                    == JobStatus.IN_PROGRESS;
        } catch (InvalidNonceException e) {
            return false;
        }
    }

    private void transfer(JobCredentials ofJob, Duration end, Runnable then) {
        ofJob.use();
        if (agenda.now().compareTo(end) < 0) {
            agenda.in(TRANSFER_INTERVAL, () -> transfer(ofJob, end, then));
        } else {
            then.run();
        }
    }

    private synchronized void finish(Job ours) {
        codePipeline.putJobSuccessResult(request -> request.jobId(ours.id())
                .executionDetails(details ->
                        details.externalExecutionId(project + "-build").summary("Finished")));
        ledger.done(ours.id(), controller + "/" + project);
        building = false;
        if (queued) {
            build();
        }
    }
}
