package dev.jobport.adapters.http.worker;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.util.concurrent.RateLimiter;

/** Holds each access key to a rate of requests. A key that was quiet for a second may ask a second's worth at once. */
@SuppressWarnings("UnstableApiUsage") // RateLimiter is marked so since 2012
final class Throttle {

    /** Of the keys beyond, those that have asked least recently are forgotten, and with them what they asked. */
    private static final int REMEMBERED_KEYS = 10_000;

    private final int maxRequestsPerSecond;
    private final LoadingCache<String, RateLimiter> byAccessKey;

    /** @param maxRequestsPerSecond 0 for any number */
    Throttle(int maxRequestsPerSecond) {
        this.maxRequestsPerSecond = maxRequestsPerSecond;
        this.byAccessKey = CacheBuilder.newBuilder()
                .maximumSize(REMEMBERED_KEYS)
                .build(CacheLoader.from(() -> RateLimiter.create(maxRequestsPerSecond)));
    }

    /** Whether the key may ask once more now. */
    boolean admits(String accessKey) {
        return maxRequestsPerSecond == 0 || byAccessKey.getUnchecked(accessKey).tryAcquire();
    }
}
