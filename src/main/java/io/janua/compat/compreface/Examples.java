package io.janua.compat.compreface;

/** All examples of one recognition service, one at a time: a picture is read when it is asked for. */
interface Examples extends AutoCloseable {

    /** How many there are, as far as CompreFace knows at the beginning. */
    long total();

    boolean hasNext() throws Unusable;

    Example next() throws Unusable;

    @Override
    default void close() {}
}
