package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What did not fit while an export was read; nothing when it is in order. */
final class Unsettled {

    /** Indexes whose proof was read, but whose entry is not proven. */
    final Map<Long, Place> places = new HashMap<>();

    /** Entries without a proof of their own. */
    final List<ExportedEntry> loose = new ArrayList<>();

    /** Leaf hashes by index, as the proofs of proven neighbours tell them; some are of proven entries. */
    final Map<Long, byte[]> knownLeaves = new HashMap<>();

    /** What was clear at once. */
    final List<Finding> findings = new ArrayList<>();

    /**
     * @param line of the proof
     * @param entry what stands before the proof without fitting it, or null
     */
    record Place(List<byte[]> path, long line, ExportedEntry entry) {}

    int count() {
        return places.size() + loose.size() + knownLeaves.size() + findings.size();
    }
}
