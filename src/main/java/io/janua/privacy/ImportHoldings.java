package io.janua.privacy;

import io.janua.gallery.GalleryRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is held of people in archives that came in for many at once, beside their faces. Whoever keeps it implements it. */
public interface ImportHoldings {

    /**
     * A file that came for a subject.
     *
     * @param outcome {@code waiting}, {@code enrolled} or {@code refused}
     * @param code why it was refused; else null
     * @param picturesKeptUntil null while the import goes on, and when its pictures are gone
     * @param disclosable whether its picture is kept and certain to show nobody else
     */
    record HeldFile(
            UUID bulkImport,
            int number,
            String file,
            Instant receivedAt,
            String outcome,
            String code,
            Instant picturesKeptUntil,
            boolean disclosable) {}

    /** @param mediaType one of those that images may have */
    record HeldPicture(byte[] content, String mediaType) {}

    /** By gallery: pictures that wait, and refused ones that are kept. A gallery without any is missing. */
    Map<UUID, Long> pictures(Collection<UUID> galleries);

    /** Oldest import first, in the order of its archive. */
    List<HeldFile> files(GalleryRef gallery, String subject, Optional<HeldFile> after, int limit);

    /** Empty when it is not kept any more. */
    Optional<HeldPicture> picture(HeldFile file);
}
