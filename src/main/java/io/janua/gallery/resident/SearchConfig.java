package io.janua.gallery.resident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalLong;

/** Which galleries are searched in memory. */
@ConfigMapping(prefix = "janua.search")
interface SearchConfig {

    /**
     * Subjects from which on a gallery is kept in memory for searches; smaller ones PostgreSQL compares about as fast, in a
     * few milliseconds.
     */
    @WithDefault("4000")
    @Positive
    long residentFrom();

    /**
     * Bytes of each instance, outside of the JVM's heap, for galleries that are kept in memory; a quarter of the machine's
     * or container's memory when left out. One that does not fit is searched in the database, with 0 every one is.
     * {@code GET /v1/system} tells how much is in use.
     */
    @PositiveOrZero
    OptionalLong memory();

    default long memoryOr(long usual) {
        return memory().orElse(usual);
    }
}
