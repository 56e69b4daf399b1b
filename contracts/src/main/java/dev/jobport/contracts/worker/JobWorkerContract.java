package dev.jobport.contracts.worker;

/**
 * The third-party job worker protocol, told as tests. Whatever lets job workers reach a server, the bare application, a
 * transport or a whole server, is held to it: implement {@link JobWorkerWorld} in a test class that implements this.
 *
 * <p>A transport's client translates the transport's errors back into refusals, so a transport that loses an error's
 * name fails here.
 */
public interface JobWorkerContract
        extends PollContract, AcknowledgeContract, ResultContract, TimeoutContract, RepeatContract {}
