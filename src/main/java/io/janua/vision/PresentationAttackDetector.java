package io.janua.vision;

/** Tells a living face from a photograph or a screen, by one picture. An instance serves one thread. */
public interface PresentationAttackDetector extends AutoCloseable {

    Liveness assess(Image image, FaceBox box);

    @Override
    default void close() {}
}
