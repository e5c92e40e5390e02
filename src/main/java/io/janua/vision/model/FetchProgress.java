package io.janua.vision.model;

/** Told what happens while a model is fetched. */
public interface FetchProgress {

    /** @param address before it is tried; what this build or the mirror holds needs none */
    default void trying(ModelEntry model, String address) {}

    /** After each block, wherever it comes from. */
    void copied(ModelEntry model, long bytesSoFar);
}
