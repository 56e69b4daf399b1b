package dev.jobport.contracts.transport;

import dev.jobport.application.driven.Identifiers;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.concurrent.atomic.AtomicLong;

/** Mints names that tell what they name and in which order they were made. They protect nothing: for tests only. */
public final class NumberedIdentifiers implements Identifiers {

    private final AtomicLong minted = new AtomicLong();

    @Override
    public JobId newJobId() {
        return new JobId(uuid(0x10b));
    }

    @Override
    public ActionExecutionId newActionExecutionId() {
        return new ActionExecutionId(uuid(0xac7));
    }

    @Override
    public Nonce newNonce() {
        return new Nonce("nonce-" + minted.incrementAndGet());
    }

    @Override
    public ClientId newClientId() {
        return new ClientId(uuid(0xc11));
    }

    @Override
    public ClientToken newClientToken() {
        return new ClientToken("token-" + minted.incrementAndGet());
    }

    private String uuid(int kind) {
        return "%08x-0000-7000-8000-%012x".formatted(kind, minted.incrementAndGet());
    }
}
