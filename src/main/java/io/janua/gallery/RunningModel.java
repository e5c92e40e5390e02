package io.janua.gallery;

/** The embedding model that this service runs, as far as galleries need to know of it. */
public interface RunningModel {

    /** Its id in the catalogue. */
    String id();
}
