package dev.jobport.application.driven;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;

/** Mints names and secrets, each used once. Those that protect something cannot be guessed. */
public interface Identifiers {

    JobId newJobId();

    ActionExecutionId newActionExecutionId();

    Nonce newNonce();

    ClientId newClientId();

    ClientToken newClientToken();
}
