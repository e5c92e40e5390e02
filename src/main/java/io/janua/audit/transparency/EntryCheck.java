package io.janua.audit.transparency;

import io.janua.audit.transparency.Unsettled.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Follows the entries of an export, each checked against the signed root by its own proof, and puts aside what does not
 * fit.
 *
 * <p>Beside the proofs, the root is computed once more from the entries alone. The proof of the first entry holds the
 * roots of everything before it, so that this works wherever the export begins.
 */
final class EntryCheck {

    /** With more than this put aside, a file is not worth reading on. */
    private static final int MAX_UNSETTLED = 10_000;

    private static final long NOWHERE = -1;

    private final long first;
    private final long size;
    private final Optional<byte[]> root;
    private final long watchedSize;

    private final IndexRuns runs = new IndexRuns();
    private final Unsettled unsettled = new Unsettled();
    private long provenCount;
    private Pending pending;
    private Neighbour neighbour;
    private CompactRange range;
    private Optional<byte[]> watchedRoot = Optional.empty();

    private record Pending(byte[] bytes, byte[] hash, long line) {}

    private record Neighbour(long index, byte[] hash) {}

    /**
     * @param root the signed root of the tree of {@code size}; without it only the order is checked
     * @param watchedSize a size whose root is wanted as well, or -1
     */
    EntryCheck(long first, long size, Optional<byte[]> root, long watchedSize) {
        this.first = first;
        this.size = size;
        this.root = root;
        this.watchedSize = watchedSize;
        if (first == 0) {
            range = new CompactRange();
            watch();
        }
    }

    /** A line that has its place elsewhere in an export, if anywhere. */
    void stray(long line) {
        unsettled.findings.add(new Finding.StrayLine(line));
    }

    /** A line that is an entry, or stands where one belongs. */
    void entry(byte[] bytes, long line) {
        putPendingAside();
        pending = new Pending(bytes, MerkleHash.leaf(bytes), line);
    }

    void inclusion(ExportLine.Inclusion inclusion, long line) {
        long index = inclusion.index();
        if (index < first || index >= size) {
            putPendingAside();
            stray(line);
            return;
        }
        boolean fits = pending != null && fits(inclusion);
        keepNeighbour(fits ? index : NOWHERE);
        if (fits && range == null && index == first) {
            range = new CompactRange(first, MerkleProof.leftOf(index, size, inclusion.path()));
            watch();
        }
        Optional<ExportedEntry> unfit = fits ? Optional.empty() : takePending();
        if (fits && unsettled.places.containsKey(index)) {
            dismiss(index);
        }
        if (!runs.covers(index)) {
            place(index, fits, unfit, inclusion.path(), line);
        } else if (fits) {
            unsettled.findings.add(new Finding.Repeated(index, ExportedEntry.idIn(pending.bytes), pending.line));
        } else if (unfit.isEmpty()) {
            stray(line);
        } else {
            unsettled.loose.add(unfit.get());
        }
        if (fits) {
            proven(index, inclusion.path());
        }
    }

    /** Whether so much is wrong that reading on serves nobody. */
    boolean isHopeless() {
        return unsettled.count() + runs.count() > MAX_UNSETTLED;
    }

    /** @param toTheEnd whether the whole file was read, so that what was not met is missing */
    List<Finding> findings(boolean toTheEnd) {
        putPendingAside();
        keepNeighbour(NOWHERE);
        boolean whole = isWhole();
        var findings = new Reconciliation(first, size, root, runs, unsettled, whole).findings(provenCount, toTheEnd);
        // Proofs that all fit make the same root, unless this program errs or SHA-256 is broken.
        if (findings.isEmpty() && root.isPresent() && first < size && !whole) {
            findings.add(new Finding.RootDiffers(first, size - 1));
        }
        return findings;
    }

    /** The root at the watched size, when the entries prove it. */
    Optional<byte[]> watchedRoot() {
        return isWhole() ? watchedRoot : Optional.empty();
    }

    private boolean fits(ExportLine.Inclusion inclusion) {
        return root.map(signed -> MerkleProof.includes(pending.hash, inclusion.index(), size, inclusion.path(), signed))
                .orElse(true);
    }

    private void place(long index, boolean fits, Optional<ExportedEntry> unfit, List<byte[]> path, long line) {
        if (!fits) {
            unsettled.places.put(index, new Place(path, line, unfit.orElse(null)));
        }
        if (runs.continues(index)) {
            runs.extend(index);
        } else if (fits) {
            runs.begin(index, pending.line, ExportedEntry.idIn(pending.bytes));
        } else {
            runs.begin(index, line, unfit.map(ExportedEntry::id).orElse(""));
        }
    }

    /** What stood in the place before had only a copy of the proof. */
    private void dismiss(long index) {
        Place place = unsettled.places.remove(index);
        if (place.entry() == null) {
            stray(place.line());
        } else {
            unsettled.loose.add(place.entry());
        }
        runs.remove(index);
    }

    private void proven(long index, List<byte[]> path) {
        append();
        pending = null;
        provenCount++;
        long sibling = index ^ 1;
        if (root.isEmpty() || path.isEmpty() || sibling < first || sibling >= size) {
            return;
        }
        if (sibling > index) {
            neighbour = new Neighbour(sibling, path.getFirst());
        } else if (!runs.covers(sibling) || unsettled.places.containsKey(sibling)) {
            unsettled.knownLeaves.put(sibling, path.getFirst());
        }
    }

    /** @param provenIndex when this is the neighbour, there is no need to keep what is known of it */
    private void keepNeighbour(long provenIndex) {
        if (neighbour != null && neighbour.index != provenIndex) {
            unsettled.knownLeaves.put(neighbour.index, neighbour.hash);
        }
        neighbour = null;
    }

    private void putPendingAside() {
        takePending().ifPresent(unsettled.loose::add);
    }

    private Optional<ExportedEntry> takePending() {
        if (pending == null) {
            return Optional.empty();
        }
        long position = range == null ? NOWHERE : range.size();
        append();
        var entry = new ExportedEntry(
                pending.hash, pending.line, ExportedEntry.idIn(pending.bytes), runs.next(first), position);
        pending = null;
        return Optional.of(entry);
    }

    private void append() {
        if (range != null) {
            range.append(pending.hash);
            watch();
        }
    }

    private void watch() {
        if (range.size() == watchedSize) {
            watchedRoot = Optional.of(range.root());
        }
    }

    /** Whether the entries, in the order in which they stand, make the signed root. */
    private boolean isWhole() {
        return range != null
                && range.size() == size
                && root.filter(signed -> Arrays.equals(signed, range.root())).isPresent();
    }
}
