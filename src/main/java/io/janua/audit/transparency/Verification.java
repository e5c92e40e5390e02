package io.janua.audit.transparency;

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
public record Verification(
        long first, Optional<NoteReading.Signed> signed, Optional<Long> continued, List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
