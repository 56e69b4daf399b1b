package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows jobs. */
@Command(
        name = "job",
        description = "List and show jobs.",
        mixinStandardHelpOptions = true,
        subcommands = {JobCommand.ListAll.class, JobCommand.Show.class})
final class JobCommand {

    @Command(name = "list", description = "List jobs, the newest first.")
    static final class ListAll extends ListCommand {

        ListAll() {
            super("/jobs", "jobs");
        }

        @Option(names = "--status", paramLabel = "STATUS", description = "Only jobs of this status, e.g. InProgress.")
        private String status;

        @Override
        Map<String, Object> query() {
            Map<String, Object> query = super.query();
            query.put("status", status);
            return query;
        }

        @Override
        Table table(Iterable<JsonNode> jobs) {
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

    @Command(name = "show", description = "Show a job and its life so far.")
    static final class Show extends ControlCommand implements Runnable {

        @Parameters(paramLabel = "JOB_ID")
        private String jobId;

        @Override
        public void run() {
            print(client().get("/jobs/" + ControlClient.segment(jobId)), Reports::job);
        }
    }
}
