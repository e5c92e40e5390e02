package io.janua.gallery.resident;

import io.janua.vector.Proposals;
import io.janua.vector.TemplateSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A gallery's templates in memory, quantised, and which transactions they come from. Templates of each of the tenant's
 * secrets are apart, because a probe compares with them as that secret turns it.
 */
public final class GalleryCopy {

    /** How many have a template, and how many of them took part when they were counted. */
    public record Counts(long subjects, long active) {}

    private final Map<Integer, TemplateSet> generations;
    private volatile Snapshot snapshot;
    private volatile Counts counts;
    private volatile Instant refreshedAt;
    private volatile Instant countAgainAt;
    private volatile Instant usedAt;

    /**
     * @param generations by the id of the secret
     * @param snapshot what is visible in it is here
     */
    GalleryCopy(Map<Integer, TemplateSet> generations, Snapshot snapshot, Instant time) {
        this.generations = generations;
        this.snapshot = snapshot;
        this.refreshedAt = time;
        this.usedAt = time;
    }

    /** To be read before {@link #nearest}: what it does not show has to be scored besides. */
    public Snapshot snapshot() {
        return snapshot;
    }

    public Counts counts() {
        return counts;
    }

    /**
     * Of each generation of templates those who may be nearest.
     *
     * @param probes by the id of the secret that turned them
     * @return empty when they cannot be told from too many others
     */
    public Optional<Proposals> nearest(Map<Integer, float[]> probes, int wanted) {
        usedAt = Instant.now();
        List<UUID> owners = new ArrayList<>();
        double floor = Double.NEGATIVE_INFINITY;
        for (var probe : probes.entrySet()) {
            TemplateSet templates = generations.get(probe.getKey());
            if (templates != null) {
                var found = templates.nearest(probe.getValue(), wanted);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                owners.addAll(found.get().owners());
                floor = Math.max(floor, found.get().floor());
            }
        }
        return Optional.of(new Proposals(owners, floor));
    }

    Map<Integer, TemplateSet> generations() {
        return generations;
    }

    void refreshed(Snapshot snapshot, Instant time) {
        this.snapshot = snapshot;
        this.refreshedAt = time;
    }

    void counted(Counts counts, Instant againAt) {
        this.counts = counts;
        this.countAgainAt = againAt;
    }

    Instant refreshedAt() {
        return refreshedAt;
    }

    Instant countAgainAt() {
        return countAgainAt;
    }

    Instant usedAt() {
        return usedAt;
    }

    long templates() {
        return generations.values().stream().mapToLong(TemplateSet::size).sum();
    }

    long bytes() {
        return generations.values().stream().mapToLong(TemplateSet::bytes).sum();
    }

    /** The share of its room that is lost to templates that were removed. */
    double wasted() {
        long filled =
                generations.values().stream().mapToLong(TemplateSet::filled).sum();
        return filled == 0 ? 0 : 1 - (double) templates() / filled;
    }

    void close() {
        generations.values().forEach(TemplateSet::close);
    }
}
