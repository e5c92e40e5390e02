package io.janua.access.decision;

/** A point opened because nothing could be decided, and nothing could write it down: no {@code Happening} tells of it. */
public record OpenedUnrecorded() {}
