package io.janua.recognition;

import io.janua.gallery.GalleryRef;
import io.janua.problem.ProblemCode;
import io.janua.vision.FaceQuality;
import java.util.Optional;

/**
 * A picture was to be recognised in a gallery. For those who count: it says of nobody that it was theirs.
 *
 * @param refused why it was not: one of {@link io.janua.vision.FaceRecognizer#NOT_ACQUIRED}, or {@code spoof_suspected}
 * @param quality of its face; empty where none was chosen
 */
public record ProbeTaken(GalleryRef gallery, Optional<ProblemCode> refused, Optional<FaceQuality> quality) {}
