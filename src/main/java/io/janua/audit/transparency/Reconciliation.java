package io.janua.audit.transparency;

import io.janua.audit.transparency.Unsettled.Place;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Brings together places without their entry and entries without their place, and names what was done to each. */
final class Reconciliation {

    /** Entries tried at places by their paths; each takes some 10 µs. */
    private static final long MAX_TRIALS = 100_000;

    private final long first;
    private final long size;
    private final Optional<byte[]> root;
    private final IndexRuns runs;
    private final Unsettled unsettled;
    private final boolean whole;

    private final Map<Long, ExportedEntry> recognised = new HashMap<>();
    private final Set<ExportedEntry> unrecognised = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param whole whether the entries make the signed root in the order in which they stand */
    Reconciliation(long first, long size, Optional<byte[]> root, IndexRuns runs, Unsettled unsettled, boolean whole) {
        this.first = first;
        this.size = size;
        this.root = root;
        this.runs = runs;
        this.unsettled = unsettled;
        this.whole = whole;
    }

    /** @param toTheEnd whether what was not met is missing */
    List<Finding> findings(long provenCount, boolean toTheEnd) {
        findings.addAll(unsettled.findings);
        recognise();
        takePlaces();
        if (provenCount == 0 && recognised.isEmpty() && allPlacesAreTaken()) {
            nothingFits();
        } else {
            unsettled.places.forEach(this::judge);
        }
        recognised.forEach(this::judgeRecognised);
        unrecognised.forEach(entry -> findings.add(new Finding.Inserted(entry.before(), entry.id(), entry.line())));
        // When the entries are whole, only proofs can be out of order, and that is told already.
        if (!whole) {
            runs.misplaced()
                    .forEach(run -> findings.add(new Finding.Moved(run.first(), run.last(), run.id(), run.line())));
        }
        missing(toTheEnd ? size : runs.end(first));
        findings.sort(Comparator.comparingLong(
                finding -> finding instanceof Finding.OfEntries entries ? entries.index() : Long.MAX_VALUE));
        return findings;
    }

    private void recognise() {
        unrecognised.addAll(unsettled.loose);
        unsettled.places.values().stream()
                .map(Place::entry)
                .filter(entry -> entry != null)
                .forEach(unrecognised::add);
        if (whole) {
            unrecognised.forEach(entry -> recognise(entry.position(), entry));
        } else {
            recogniseByHash();
            recogniseByPath();
        }
        recognised.values().forEach(unrecognised::remove);
    }

    private void recogniseByHash() {
        var indexes = new HashMap<ByteBuffer, Long>();
        unsettled.knownLeaves.forEach((index, hash) -> indexes.put(ByteBuffer.wrap(hash), index));
        for (ExportedEntry entry : unrecognised) {
            Long index = indexes.get(ByteBuffer.wrap(entry.hash()));
            if (index != null) {
                recognise(index, entry);
            }
        }
    }

    private void recogniseByPath() {
        if (root.isEmpty() || (long) unsettled.places.size() * unrecognised.size() > MAX_TRIALS) {
            return;
        }
        unsettled.places.forEach((index, place) -> unrecognised.stream()
                .filter(entry -> MerkleProof.includes(entry.hash(), index, size, place.path(), root.get()))
                .findFirst()
                .ifPresent(entry -> recognise(index, entry)));
    }

    private void recognise(long index, ExportedEntry entry) {
        boolean isUnsettled = !runs.covers(index) || unsettled.places.containsKey(index);
        if (index >= first && isUnsettled) {
            recognised.putIfAbsent(index, entry);
        }
    }

    /** What stands without a proof where an entry is missing is that entry, changed, rather than one put there. */
    private void takePlaces() {
        for (ExportedEntry entry : unsettled.loose) {
            long index = entry.before();
            boolean isMissing = index < size && !runs.covers(index) && !recognised.containsKey(index);
            if (isMissing && unrecognised.contains(entry)) {
                unsettled.places.putIfAbsent(index, new Place(List.of(), entry.line(), entry));
            }
        }
    }

    /** An entry that is none of those that were expected, at a place of its own. */
    private void judge(long index, Place place) {
        ExportedEntry entry = place.entry();
        if (recognised.containsKey(index)) {
            return;
        }
        if (entry == null || !unrecognised.remove(entry)) {
            findings.add(new Finding.Missing(index, index));
        } else if (unsettled.knownLeaves.containsKey(index)) {
            findings.add(new Finding.Changed(index, entry.id()));
        } else {
            findings.add(new Finding.EntryOrProofChanged(index, entry.id()));
        }
    }

    private void judgeRecognised(long index, ExportedEntry entry) {
        Place place = unsettled.places.get(index);
        if (!whole && entry.before() != index) {
            findings.add(new Finding.Moved(index, index, entry.id(), entry.line()));
        } else if (whole || place == null || !fits(index, entry, place)) {
            findings.add(new Finding.ProofChanged(index, entry.id()));
        }
    }

    private boolean fits(long index, ExportedEntry entry, Place place) {
        return root.filter(signed -> MerkleProof.includes(entry.hash(), index, size, place.path(), signed))
                .isPresent();
    }

    private boolean allPlacesAreTaken() {
        return unsettled.places.size() > 1
                && unsettled.places.values().stream().noneMatch(place -> place.entry() == null);
    }

    /** One sentence instead of one for each entry, as when the checkpoint is of another tree. */
    private void nothingFits() {
        long last = unsettled.places.keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        long least = unsettled.places.keySet().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        findings.add(new Finding.RootDiffers(least, last));
        unsettled.places.values().forEach(place -> unrecognised.remove(place.entry()));
    }

    private void missing(long end) {
        var accounted = new TreeSet<>(recognised.keySet());
        accounted.addAll(unsettled.places.keySet());
        for (IndexRuns.Gap gap : runs.gaps(first, end)) {
            long next = gap.first();
            for (long index : accounted.subSet(gap.first(), true, gap.last(), true)) {
                missing(next, index - 1);
                next = index + 1;
            }
            missing(next, gap.last());
        }
    }

    private void missing(long from, long to) {
        if (from <= to) {
            findings.add(new Finding.Missing(from, to));
        }
    }
}
