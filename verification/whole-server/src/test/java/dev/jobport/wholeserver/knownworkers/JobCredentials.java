package dev.jobport.wholeserver.knownworkers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.AWSSessionCredentials;

/** Behaves as the credentials provider of the Jenkins plugin: asks for the job's details again once they are 14 minutes old. */
final class JobCredentials {

    private static final Duration LONGEST_USE = Duration.ofMinutes(14);

    private final String jobId;
    private final CodePipelineClient codePipeline;
    private final Agenda agenda;
    private final List<Duration> refreshes = new ArrayList<>();
    private final List<AWSSessionCredentials> received = new ArrayList<>();

    JobCredentials(String jobId, CodePipelineClient codePipeline, Agenda agenda) {
        this.jobId = jobId;
        this.codePipeline = codePipeline;
        this.agenda = agenda;
    }

    synchronized void use() {
        Duration now = agenda.now();
        if (refreshes.isEmpty()
                || refreshes.get(refreshes.size() - 1).plus(LONGEST_USE).compareTo(now) < 0) {
            received.add(codePipeline
                    .getJobDetails(request -> request.jobId(jobId))
                    .jobDetails()
                    .data()
                    .artifactCredentials());
            refreshes.add(now);
        }
    }

    /** When the details were asked for. */
    synchronized List<Duration> refreshes() {
        return List.copyOf(refreshes);
    }

    /** What they told each time. */
    synchronized List<AWSSessionCredentials> received() {
        return List.copyOf(received);
    }
}
