package io.janua.gallery;

/** The models that this service runs, as far as galleries need to know of them. */
public interface RunningModel {

    /** The embedding model's id in the catalogue. */
    String id();

    /** Whether one of them can tell a living face from a picture of one. */
    boolean judgesLiveness();
}
