package dev.jobport.contracts.transport;

import dev.jobport.contracts.worker.AccessContract;
import dev.jobport.contracts.worker.SeparationContract;
import dev.jobport.contracts.worker.ThirdPartyJobWorkerContract;

/**
 * All that a transport of third-party job workers has to keep: the protocol, who may touch what, and that accounts do not
 * see each other. A transport that takes all callers for one fails here.
 */
public interface ThirdPartyTransportContract extends ThirdPartyJobWorkerContract, AccessContract, SeparationContract {}
