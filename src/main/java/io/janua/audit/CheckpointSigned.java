package io.janua.audit;

/** Entries got their places and a signature, for good. */
public record CheckpointSigned() {}
