package dev.jobport.domain.action;

import dev.jobport.domain.Account;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.actiontype.ResourceArn;
import java.util.Optional;

/**
 * Where in a pipeline an action stands.
 *
 * @param pipelineName 1 to 100 characters of {@code [A-Za-z0-9.@\-_]}, like the two names that follow
 * @param pipelineArn never told to third-party job workers (CodePipeline API Reference, ThirdPartyJobData)
 * @param pipelineExecutionId a lower-case uuid, never told to third-party job workers either
 */
public record PipelineContext(
        Optional<String> pipelineName,
        Optional<String> stageName,
        Optional<String> actionName,
        Optional<String> pipelineArn,
        Optional<String> pipelineExecutionId) {

    public static final TextConstraint NAME = TextConstraint.length(1, 100).matching("[A-Za-z0-9.@\\-_]+");
    public static final TextConstraint EXECUTION_ID = TextConstraint.UUID;

    public static final PipelineContext NONE = new PipelineContext(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public PipelineContext {
        pipelineName.ifPresent(NAME::require);
        stageName.ifPresent(NAME::require);
        actionName.ifPresent(NAME::require);
        pipelineArn.ifPresent(ResourceArn.FORM::require);
        pipelineExecutionId.ifPresent(EXECUTION_ID::require);
    }

    /**
     * The same, of a pipeline of the account: with its ARN, if the pipeline has a name and no ARN was given. One that was
     * given stays, since an action may run in another region than its pipeline.
     */
    public PipelineContext of(Account account) {
        Optional<String> arn = pipelineArn.or(() -> pipelineName.map(account::arn));
        return new PipelineContext(pipelineName, stageName, actionName, arn, pipelineExecutionId);
    }

    /** What a third-party job worker is told: nothing that names the pipeline or its execution to AWS. */
    public PipelineContext forThirdParty() {
        return new PipelineContext(pipelineName, stageName, actionName, Optional.empty(), Optional.empty());
    }
}
