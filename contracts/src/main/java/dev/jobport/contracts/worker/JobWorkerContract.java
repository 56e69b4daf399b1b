package dev.jobport.contracts.worker;

/**
 * What the two job worker protocols have in common, told as tests. Whatever lets job workers reach a server, the bare
 * application, a transport or a whole server, is held to it once for each family: implement {@link JobWorkerWorld} in a
 * test class that implements {@link ThirdPartyJobWorkerContract}, and in another that implements
 * {@link CustomJobWorkerContract}.
 *
 * <p>A transport's client translates the transport's errors back into refusals, so a transport that loses an error's
 * name fails here.
 */
public interface JobWorkerContract
        extends PollContract,
                AcknowledgeContract,
                ResultContract,
                TimeoutContract,
                StopContract,
                RepeatContract,
                CredentialsContract {}
