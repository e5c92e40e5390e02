package io.janua.gallery.resident;

import java.util.UUID;

/**
 * How a gallery is searched on this instance.
 *
 * @param templates in memory, so far
 * @param expected in the end; as many as there are when it is ready
 * @param bytes of memory
 */
public record ResidentView(
        String tenant, UUID gallery, String model, State state, long templates, long expected, long bytes) {

    /** Only {@code READY} ones are searched in memory; the others in the database. */
    public enum State {
        FILLING,
        READY,
        /** The memory for it is not to be had. */
        NO_ROOM,
        /** It has templates from before they were rotated; a re-keying makes up for it. */
        UNPROTECTED,
        /** Reading failed; it is tried again. */
        FAILED
    }
}
