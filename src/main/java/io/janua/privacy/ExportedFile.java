package io.janua.privacy;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of an import as imports.json shows it.
 *
 * @param file its name in the archive that was imported
 * @param picture the file in this archive; null when no picture is handed over
 */
@RegisterForReflection
record ExportedFile(
        UUID importId,
        int number,
        String file,
        Instant receivedAt,
        String outcome,
        String code,
        Instant picturesKeptUntil,
        String picture) {

    static ExportedFile of(ImportHoldings.HeldFile held, String picture) {
        return new ExportedFile(
                held.bulkImport(),
                held.number(),
                held.file(),
                held.receivedAt(),
                held.outcome(),
                held.code(),
                held.picturesKeptUntil(),
                picture);
    }

    /** Made of our own ids, as {@link ExportedFace#fileName}. */
    static String pictureName(ImportHoldings.HeldFile held, String mediaType) {
        String ending =
                switch (mediaType) {
                    case "image/png" -> "png";
                    case "image/webp" -> "webp";
                    default -> "jpg";
                };
        return "imports/%s-%d.%s".formatted(held.bulkImport(), held.number(), ending);
    }
}
