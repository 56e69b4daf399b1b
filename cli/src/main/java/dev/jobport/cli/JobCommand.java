package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows jobs. */
@Command(
        name = "job",
        description = "List and show jobs.",
        mixinStandardHelpOptions = true,
        subcommands = {JobCommand.ListAll.class, JobCommand.Show.class})
final class JobCommand {

    @Command(name = "list", description = "List jobs, the newest first.", mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {

        @Mixin
        private ControlOptions control;

        @Mixin
        private PageOptions page;

        @Option(names = "--status", paramLabel = "STATUS", description = "Only jobs of this status, e.g. InProgress.")
        private String status;

        @Override
        public void run() {
            Map<String, Object> query = page.query();
            query.put("status", status);
            control.print(
                    control.client().get("/jobs", query),
                    answer -> PageOptions.with(table(answer.path("jobs")), answer));
        }

        private static Table table(Iterable<JsonNode> jobs) {
            Table table = new Table("JOB", "STATUS", "SINCE", "ACTION TYPE", "ACTION EXECUTION");
            jobs.forEach(job -> table.row(
                    job.path("jobId").asText(),
                    job.path("status").asText(),
                    Reports.since(job),
                    ActionTypeName.of(job.path("actionTypeId")).toString(),
                    job.path("actionExecutionId").asText()));
            return table;
        }
    }

    @Command(name = "show", description = "Show a job and its life so far.", mixinStandardHelpOptions = true)
    static final class Show implements Runnable {

        @Mixin
        private ControlOptions control;

        @Parameters(paramLabel = "JOB_ID")
        private String jobId;

        @Override
        public void run() {
            control.print(control.client().get("/jobs/" + ControlClient.segment(jobId)), Reports::job);
        }
    }
}
