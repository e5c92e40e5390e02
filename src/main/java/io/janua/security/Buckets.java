package io.janua.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Token buckets of this instance, by whose they are. Other instances have theirs; what was drawn there is taken out here
 * when it becomes known, even where that leaves less than nothing.
 */
final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Whatever was drawn is back after a minute: a bucket that is forgotten later than that was full. */
    private static final Duration FORGOTTEN_AFTER = MINUTE.multipliedBy(2);

    private static final int MAX_BUCKETS = 100_000;

    /** Draws are told by the tenth of what a bucket holds: nobody needs to hear of those who come now and then. */
    private static final int PARTS_TOLD = 10;

    /** What was drawn elsewhere by somebody who has not come here yet counts for as long as a full bucket lasts. */
    private static final Duration AWAITED = Duration.ofSeconds(10);

    private final TimeMeter clock;
    private final Cache<Holder, Counted> buckets = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(MAX_BUCKETS)
            .build();
    private final Cache<Long, Long> awaited = Caffeine.newBuilder()
            .expireAfter(Expiry.<Long, Long>creating((_, _) -> AWAITED))
            .maximumSize(MAX_BUCKETS)
            .build();

    Buckets(TimeMeter clock) {
        this.clock = clock;
    }

    /** A changed allowance is another bucket, and begins full. */
    private record Holder(String name, Allowance allowance) {

        /** The same on every instance. Whoever reads it in the database does not learn a name or an address. */
        long id() {
            String all = "%s|%d|%d".formatted(name, allowance.perMinute(), allowance.atOnce());
            return ByteBuffer.wrap(sha256(all)).getLong();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param untold what was drawn here and the others have not heard of */
    private record Counted(long id, Bucket bucket, AtomicLong untold, int tellAt) {}

    Draw draw(String holder, Allowance allowance) {
        Counted counted = counted(holder, allowance);
        var probe = counted.bucket().tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            counted.untold().incrementAndGet();
        }
        return new Draw(
                probe.isConsumed(),
                allowance.atOnce(),
                Math.max(0, probe.getRemainingTokens()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    void giveBack(String holder, Allowance allowance) {
        Counted counted = counted(holder, allowance);
        counted.bucket().addTokens(1);
        counted.untold().decrementAndGet();
    }

    /** What the others shall take out of their buckets, by the ids of these. It is told once. */
    Map<Long, Long> takeNews() {
        Map<Long, Long> news = new HashMap<>();
        for (Counted counted : buckets.asMap().values()) {
            if (counted.untold().get() >= counted.tellAt()) {
                news.put(counted.id(), counted.untold().getAndSet(0));
            }
        }
        return news;
    }

    void drawnElsewhere(Map<Long, Long> draws) {
        if (draws.isEmpty()) {
            return;
        }
        Map<Long, Long> unknown = new HashMap<>(draws);
        for (Counted counted : buckets.asMap().values()) {
            Long drawn = unknown.remove(counted.id());
            if (drawn != null) {
                counted.bucket().consumeIgnoringRateLimits(drawn);
            }
        }
        unknown.forEach((id, drawn) -> awaited.asMap().merge(id, drawn, Long::sum));
    }

    private Counted counted(String holder, Allowance allowance) {
        return buckets.get(new Holder(holder, allowance), this::begun);
    }

    private Counted begun(Holder holder) {
        var allowance = holder.allowance();
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(allowance.atOnce()).refillGreedy(allowance.perMinute(), MINUTE))
                .withCustomTimePrecision(clock)
                .build();
        long id = holder.id();
        Long drawn = awaited.asMap().remove(id);
        if (drawn != null) {
            // No more than there is: part of it is back by now.
            bucket.consumeIgnoringRateLimits(Math.min(drawn, allowance.atOnce()));
        }
        return new Counted(id, bucket, new AtomicLong(), Math.max(1, allowance.atOnce() / PARTS_TOLD));
    }
}
