package io.janua.vision;

import java.util.List;

/** Finds faces. An instance serves one thread. */
public interface FaceDetector extends AutoCloseable {

    /** @return the faces, largest first; empty when there is none */
    List<DetectedFace> detect(Image image);

    @Override
    default void close() {}
}
