package io.janua.audit.transparency;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * Whether the exported log continues the one whose checkpoint an auditor kept. The root at the older size comes from the
 * signed checkpoint, from the consistency proof in the export or from the entries themselves.
 */
final class LogExtension {

    private static final long NONE = -1;

    private final Optional<NoteReading> kept;
    private final Optional<Checkpoint> tree;
    private final long first;
    private final Optional<ExportLine.Consistency> consistency;

    /** @param consistency the proven one from {@code first} */
    LogExtension(
            Optional<NoteReading> kept,
            Optional<Checkpoint> tree,
            long first,
            Optional<ExportLine.Consistency> consistency) {
        this.kept = kept;
        this.tree = tree;
        this.first = first;
        this.consistency = consistency;
    }

    /** The size whose root the entries should tell, or -1. */
    long sizeToWatch() {
        return kept.map(reading -> reading instanceof NoteReading.Signed signed
                        ? signed.checkpoint().size()
                        : NONE)
                .orElse(NONE);
    }

    /** @param entriesRoot the root at that size, when the entries prove it */
    Optional<Finding> finding(Optional<byte[]> entriesRoot) {
        return kept.flatMap(reading -> switch (reading) {
            case NoteReading.Signed(Checkpoint older, String _) -> finding(older, entriesRoot);
            case NoteReading.WrongSignature _ -> unproven("its signature is wrong");
            case NoteReading.ForeignKey _ -> unproven("it is signed by another key");
            case NoteReading.Malformed(String reason) -> unproven("it cannot be read, " + reason);
        });
    }

    /** The older size, once it is proven that the log continues from there. */
    Optional<Long> proven(Optional<byte[]> entriesRoot) {
        return kept.isPresent() && finding(entriesRoot).isEmpty() ? Optional.of(sizeToWatch()) : Optional.empty();
    }

    private Optional<Finding> finding(Checkpoint older, Optional<byte[]> entriesRoot) {
        if (tree.isEmpty()) {
            return unproven("the export has no checkpoint of this key");
        }
        Checkpoint newer = tree.get();
        if (!older.origin().equals(newer.origin())) {
            return unproven("it is of %s and the export of %s".formatted(older.origin(), newer.origin()));
        }
        if (older.size() > newer.size()) {
            return unproven("it has %d entries and the export's tree only %d".formatted(older.size(), newer.size()));
        }
        return rootAt(older.size(), newer, entriesRoot)
                .map(root -> MessageDigest.isEqual(root, older.root())
                        ? Optional.<Finding>empty()
                        : Optional.<Finding>of(new Finding.Forked(older.size())))
                .orElseGet(() -> unproven(
                        older.size() < first
                                ? "the export begins at %d; take one that begins at %d or before"
                                        .formatted(first, older.size())
                                : "the entries that would prove it are damaged"));
    }

    private Optional<byte[]> rootAt(long size, Checkpoint newer, Optional<byte[]> entriesRoot) {
        if (size == 0) {
            return Optional.of(MerkleHash.empty());
        }
        if (size == newer.size()) {
            return Optional.of(newer.root());
        }
        return consistency
                .filter(proof -> proof.from() == size)
                .map(ExportLine.Consistency::root)
                .or(() -> entriesRoot);
    }

    private static Optional<Finding> unproven(String reason) {
        return Optional.of(new Finding.KeptCheckpointUnproven(reason));
    }
}
