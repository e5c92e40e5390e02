package io.janua.vision.model;

/** Told what happens while a model is fetched. */
public interface FetchProgress {

    /** @param source a file or an address, before it is tried */
    default void trying(ModelEntry model, String source) {}

    /** After each block that arrives. */
    void copied(ModelEntry model, long bytesSoFar);
}
