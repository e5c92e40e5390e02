package io.janua.audit;

import java.util.List;
import java.util.Optional;

/**
 * What the check of an export came to.
 *
 * @param first index of the first entry that the export claims to hold
 * @param signed the checkpoint, when the key signed it
 * @param continued size of the older checkpoint that the log is proven to continue, if one was given
 * @param findings empty when the export is complete and as it was signed
 */
record Verification(long first, Optional<NoteReading.Signed> signed, Optional<Long> continued, List<Finding> findings) {

    Verification {
        findings = List.copyOf(findings);
    }

    boolean isIntact() {
        return findings.isEmpty();
    }
}
