package io.janua.vision.model;

/** Told of each block that arrives while a model is fetched. */
public interface FetchProgress {

    void copied(ModelEntry model, long bytesSoFar);
}
