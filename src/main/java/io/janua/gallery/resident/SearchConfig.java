package io.janua.gallery.resident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalLong;

/** Which galleries are searched in memory. */
@ConfigMapping(prefix = "janua.search")
interface SearchConfig {

    /** Subjects; smaller galleries PostgreSQL scans in a millisecond or two. */
    @WithDefault("4000")
    @Positive
    long residentFrom();

    /** Bytes off the heap for all galleries; a quarter of the machine's or container's memory by default, 0 for none. */
    @PositiveOrZero
    OptionalLong memory();

    default long memoryOr(long usual) {
        return memory().orElse(usual);
    }
}
