package dev.jobport.lab.world;

import dev.jobport.application.driven.Identifiers;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import dev.jobport.lab.record.SecretTags;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Mints names and secrets of a seed, so that a test that runs again sees the same. Each kind has a sequence of its own: how
 * often a worker polls does not change how jobs are called. Whoever knows the seed can guess the secrets; in a lab they
 * protect nothing.
 */
final class SeededIdentifiers implements Identifiers {

    private static final int DIGITS = 36;

    private final long seed;
    private final SecretTags tags;
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong actions = new AtomicLong();
    private final AtomicLong clients = new AtomicLong();
    private final AtomicLong secrets = new AtomicLong();

    SeededIdentifiers(long seed, SecretTags tags) {
        this.seed = seed;
        this.tags = tags;
    }

    @Override
    public JobId newJobId() {
        return new JobId(uuid(1, jobs));
    }

    @Override
    public ActionExecutionId newActionExecutionId() {
        return new ActionExecutionId(uuid(2, actions));
    }

    @Override
    public Nonce newNonce() {
        String nonce = secret();
        tags.tag(SecretTags.Kind.NONCE, nonce);
        return new Nonce(nonce);
    }

    @Override
    public ClientId newClientId() {
        return new ClientId(uuid(3, clients));
    }

    @Override
    public ClientToken newClientToken() {
        String token = secret();
        tags.tag(SecretTags.Kind.CLIENT_TOKEN, token);
        return new ClientToken(token);
    }

    private String uuid(long kind, AtomicLong numbers) {
        SplittableRandom random = random(kind, numbers.incrementAndGet());
        long version = random.nextLong() & ~0xf000L | 0x4000L;
        long variant = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(version, variant).toString();
    }

    /** In the form by which {@link SecretTags} knows it. */
    String secret() {
        SplittableRandom random = random(0, secrets.incrementAndGet());
        StringBuilder text = new StringBuilder(SecretTags.MINTED);
        random.ints(SecretTags.MINTED_DIGITS, 0, DIGITS)
                .forEach(digit -> text.append(Character.forDigit(digit, DIGITS)));
        return text.toString();
    }

    private SplittableRandom random(long kind, long number) {
        return new SplittableRandom(seed * 31 + kind << 32 ^ number);
    }
}
