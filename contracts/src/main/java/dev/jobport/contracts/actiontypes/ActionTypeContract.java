package dev.jobport.contracts.actiontypes;

import dev.jobport.contracts.worker.JobWorkerContract;

/**
 * What those can rely on who define action types and look them up, told as tests. Whatever lets them reach a server is
 * held to it, like job workers are to {@link JobWorkerContract}.
 */
public interface ActionTypeContract
        extends CustomActionTypeContract,
                ActionTypeListContract,
                ActionTypeDeclarationContract,
                ActionTypeChangeContract,
                TagContract {}
