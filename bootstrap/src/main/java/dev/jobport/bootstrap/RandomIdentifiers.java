package dev.jobport.bootstrap;

import dev.jobport.application.driven.Identifiers;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Mints names and secrets; what is random in them comes from the platform's secure random numbers. */
public final class RandomIdentifiers implements Identifiers {

    private static final int NONCE_BYTES = 16;
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public JobId newJobId() {
        return new JobId(uuid());
    }

    @Override
    public ActionExecutionId newActionExecutionId() {
        return new ActionExecutionId(uuid());
    }

    @Override
    public Nonce newNonce() {
        return new Nonce(text(NONCE_BYTES));
    }

    @Override
    public ClientId newClientId() {
        return new ClientId(uuid());
    }

    @Override
    public ClientToken newClientToken() {
        return new ClientToken(text(TOKEN_BYTES));
    }

    /** Of version 7 (RFC 9562), which begins with the time: what is made together lies together in an index. */
    private String uuid() {
        long timeAndVersion = System.currentTimeMillis() << 16 | 0x7000;
        long variant = 0x8000_0000_0000_0000L;
        return new UUID(timeAndVersion | random.nextInt(0x1000), variant | random.nextLong() >>> 2).toString();
    }

    private String text(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return HexFormat.of().formatHex(noise); // never a leading dash, which command lines take for an option
    }
}
