package dev.jobport.contracts.transport;

import dev.jobport.contracts.worker.AccessContract;
import dev.jobport.contracts.worker.CustomJobWorkerContract;
import dev.jobport.contracts.worker.SeparationContract;

/**
 * All that a transport of custom job workers has to keep: the protocol, who may touch what, and that accounts do not see
 * each other. A transport that takes all callers for one fails here.
 */
public interface CustomTransportContract extends CustomJobWorkerContract, AccessContract, SeparationContract {}
