package dev.jobport.crash.run;

import com.google.protobuf.Timestamp;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ActionExecutionReport;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ActionExecutionStatus;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ActionExecutionSummary;
import dev.jobport.adapters.grpc.generated.Wire.ActionCategory;
import dev.jobport.adapters.grpc.generated.Wire.ActionOwner;
import dev.jobport.adapters.grpc.generated.Wire.ActionTypeId;
import dev.jobport.adapters.grpc.generated.Wire.JobStatus;
import dev.jobport.crash.history.ActionReport;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.Status;
import dev.jobport.crash.history.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The messages that several requests share, in the words of a history. */
final class GrpcReports {

    private static final String OWNER = "ACTION_OWNER_";
    private static final String CATEGORY = "ACTION_CATEGORY_";
    private static final String STATUS = "JOB_STATUS_";

    private GrpcReports() {}

    /** From {@code owner/category/provider/version}. */
    static ActionTypeId actionTypeId(String actionType) {
        String[] parts = actionType.split("/");
        return ActionTypeId.newBuilder()
                .setOwner(ActionOwner.valueOf(OWNER + upperSnake(parts[0])))
                .setCategory(ActionCategory.valueOf(CATEGORY + upperSnake(parts[1])))
                .setProvider(parts[2])
                .setVersion(parts[3])
                .build();
    }

    private static String actionType(ActionTypeId id) {
        return String.join(
                "/",
                upperCamel(id.getOwner().name().substring(OWNER.length())),
                upperCamel(id.getCategory().name().substring(CATEGORY.length())),
                id.getProvider(),
                id.getVersion());
    }

    static Status status(JobStatus status) {
        return Status.valueOf(upperCamel(status.name().substring(STATUS.length())));
    }

    private static String upperSnake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String upperCamel(String name) {
        StringBuilder camel = new StringBuilder();
        Arrays.stream(name.split("_"))
                .forEach(word ->
                        camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT)));
        return camel.toString();
    }

    static ActionReport report(ActionExecutionReport action) {
        ActionExecutionSummary summary = action.getSummary();
        List<JobReport> jobs = action.getJobsList().stream()
                .map(job -> new JobReport(
                        job.getId(),
                        job.getTransitionsList().stream()
                                .map(step -> new Step(status(step.getStatus()), instant(step.getAt())))
                                .toList()))
                .toList();
        return new ActionReport(
                summary.getId(),
                actionType(summary.getActionTypeId()),
                resultMark(summary),
                summary.getProgress().getOutputVariablesMap(),
                jobs);
    }

    private static Instant instant(Timestamp told) {
        return Instant.ofEpochSecond(told.getSeconds(), told.getNanos());
    }

    private static Optional<String> resultMark(ActionExecutionSummary action) {
        var progress = action.getProgress();
        if (action.getStatus() == ActionExecutionStatus.ACTION_EXECUTION_STATUS_SUCCEEDED) {
            return Optional.of(progress.getExecutionDetails())
                    .filter(details -> details.hasExternalExecutionId())
                    .map(details -> details.getExternalExecutionId());
        }
        return Optional.of(progress.getErrorDetails())
                .filter(error -> error.getCode().equals("JobFailed"))
                .map(error -> error.getMessage());
    }
}
