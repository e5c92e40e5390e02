package io.janua.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Token buckets of this instance, by whose they are. */
final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Whatever was drawn is back after a minute: a bucket that is forgotten later than that was full. */
    private static final Duration FORGOTTEN_AFTER = MINUTE.multipliedBy(2);

    private static final int MAX_BUCKETS = 100_000;

    private final TimeMeter clock;
    private final Cache<Holder, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(MAX_BUCKETS)
            .build();

    Buckets(TimeMeter clock) {
        this.clock = clock;
    }

    /** A changed allowance is another bucket, and begins full. */
    private record Holder(String name, Allowance allowance) {}

    Draw draw(String holder, Allowance allowance) {
        var probe = bucket(holder, allowance).tryConsumeAndReturnRemaining(1);
        return new Draw(
                probe.isConsumed(),
                allowance.atOnce(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    void giveBack(String holder, Allowance allowance) {
        bucket(holder, allowance).addTokens(1);
    }

    private Bucket bucket(String holder, Allowance allowance) {
        return buckets.get(new Holder(holder, allowance), this::full);
    }

    private Bucket full(Holder holder) {
        var allowance = holder.allowance();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(allowance.atOnce()).refillGreedy(allowance.perMinute(), MINUTE))
                .withCustomTimePrecision(clock)
                .build();
    }
}
