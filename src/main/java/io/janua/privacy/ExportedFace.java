package io.janua.privacy;

import io.janua.gallery.SubjectArchive;
import io.janua.vision.FaceDescription;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A face as faces.json shows it.
 *
 * @param picture the file in the archive; null when no picture is kept
 */
@RegisterForReflection
record ExportedFace(
        UUID id,
        Instant enrolledAt,
        FaceDescription face,
        String picture,
        List<SubjectArchive.HeldTemplate> templates) {

    static ExportedFace from(SubjectArchive.HeldFace held) {
        return new ExportedFace(
                held.id(),
                held.enrolledAt(),
                held.face(),
                held.hasPicture() ? fileName(held.id()) : null,
                held.templates());
    }

    /** Made of our own id: what callers wrote never becomes a path on the reader's machine. */
    static String fileName(UUID face) {
        return "faces/%s.jpg".formatted(face);
    }
}
