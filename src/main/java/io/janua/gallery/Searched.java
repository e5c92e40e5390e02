package io.janua.gallery;

/** A gallery was searched: told to whoever counts. */
public record Searched(Way way) {

    public enum Way {
        /** A copy in memory said where to look. */
        COPY,
        /** In the database, because there is no copy: the gallery is small, or its copy is not ready. */
        SCAN,
        /** In the database, because the copy was of no help. */
        FALLBACK
    }
}
