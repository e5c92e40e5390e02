package io.janua.vision;

/** Turns an aligned face into numbers that compare. An instance serves one thread. */
public interface FaceEmbedder extends AutoCloseable {

    Embedding embed(AlignedFace face);

    @Override
    default void close() {}
}
