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
    private volatile String snapshot;
    private volatile Counts counts;
    private volatile Instant refreshedAt;
    private final Instant filledAt;
    private volatile Instant countedAt;
    private volatile Instant usedAt;

    /**
     * @param generations by the id of the secret
     * @param snapshot of PostgreSQL: what is visible in it is here
     */
    GalleryCopy(Map<Integer, TemplateSet> generations, String snapshot, Counts counts, Instant time) {
        this.generations = generations;
        this.snapshot = snapshot;
        this.counts = counts;
        this.refreshedAt = time;
        this.filledAt = time;
        this.countedAt = time;
        this.usedAt = time;
    }

    /** To be read before {@link #nearest}: what it does not show has to be scored besides. */
    public String snapshot() {
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

    void refreshed(String snapshot, Instant time) {
        this.snapshot = snapshot;
        this.refreshedAt = time;
    }

    void counted(Counts counts, Instant time) {
        this.counts = counts;
        this.countedAt = time;
    }

    Instant refreshedAt() {
        return refreshedAt;
    }

    Instant filledAt() {
        return filledAt;
    }

    Instant countedAt() {
        return countedAt;
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

    double wasted() {
        return generations.values().stream()
                .mapToDouble(TemplateSet::wasted)
                .max()
                .orElse(0);
    }

    void close() {
        generations.values().forEach(TemplateSet::close);
    }
}
