package dev.jobport.adapters.wire;

import java.util.Set;

/** What CodePipeline has besides (API version 2015-07-09). Whoever calls one of these is told what this server is. */
final class OtherOperations {

    static final Set<String> NAMES = Set.of(
            "CreatePipeline",
            "DeletePipeline",
            "DeleteWebhook",
            "DeregisterWebhookWithThirdParty",
            "DisableStageTransition",
            "EnableStageTransition",
            "GetPipeline",
            "GetPipelineExecution",
            "GetPipelineState",
            "ListActionExecutions",
            "ListPipelineExecutions",
            "ListPipelines",
            "ListRuleExecutions",
            "ListRuleTypes",
            "ListWebhooks",
            "OverrideStageCondition",
            "PutActionRevision",
            "PutApprovalResult",
            "PutWebhook",
            "RegisterWebhookWithThirdParty",
            "RetryStageExecution",
            "RollbackStage",
            "StartPipelineExecution",
            "StopPipelineExecution",
            "UpdatePipeline");

    private OtherOperations() {}
}
