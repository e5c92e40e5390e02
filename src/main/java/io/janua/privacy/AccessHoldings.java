package io.janua.privacy;

import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What access control holds of people, beside their faces. Whoever keeps it implements it. */
public interface AccessHoldings {

    /**
     * What it holds of a subject.
     *
     * @param block null while the subject is not blocked
     * @param card its number; null without a card
     * @param cardSince null without a card
     * @param pin whether the subject has a PIN, which nobody reads, not even here
     */
    @RegisterForReflection
    record HeldAccess(
            List<HeldMembership> groups,
            HeldBlock block,
            String card,
            Instant cardSince,
            boolean pin,
            boolean duressPin) {

        @Override
        public String toString() {
            return "HeldAccess";
        }
    }

    /**
     * @param validFrom null for always
     * @param validUntil null for always
     */
    @RegisterForReflection
    record HeldMembership(String group, Instant addedAt, Instant validFrom, Instant validUntil) {}

    /** @param until null for good */
    @RegisterForReflection
    record HeldBlock(String reason, Instant blockedAt, Instant until) {}

    /** By gallery: card numbers and PINs. A gallery without any is missing. */
    Map<UUID, Long> credentials(Collection<UUID> galleries);

    HeldAccess of(GalleryRef gallery, SubjectRef subject);
}
