package io.janua.time;

import java.util.Locale;

/** A part of the way from a picture to an answer. The names stand in metrics and traces, so the list only ever grows. */
public enum Stage {
    /** For a thread of the inference pool. */
    WAIT,
    DECODE,
    DETECT,
    ALIGN,
    QUALITY,
    LIVENESS,
    EMBED,
    /** Cutting out the picture that is kept. */
    CROP,
    /** Comparing with the templates of a gallery, in memory and in the database. */
    SEARCH,
    /** The transaction that searches, decides and writes down: {@link #SEARCH} is within it. */
    DECIDE,
    /** The transaction that looks for duplicates and keeps a face: {@link #SEARCH} is within it. */
    STORE;

    /** As it stands in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
