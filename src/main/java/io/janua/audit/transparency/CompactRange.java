package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.List;

/** A growing tree of which only the roots of its complete subtrees are kept: as many as its size has one bits. */
final class CompactRange {

    /** Largest subtree first. */
    private final List<byte[]> peaks;

    private long size;

    CompactRange() {
        this(0, List.of());
    }

    /** @param peaks roots of the complete subtrees that {@code size} leaves consist of, smallest first */
    CompactRange(long size, List<byte[]> peaks) {
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of %d leaves has %d peaks".formatted(size, Long.bitCount(size)));
        }
        this.peaks = new ArrayList<>(peaks.reversed());
        this.size = size;
    }

    void append(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = MerkleHash.node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        return peaks.reversed().stream()
                .reduce((right, left) -> MerkleHash.node(left, right))
                .orElseGet(MerkleHash::empty);
    }
}
