package io.janua.enrollment.imports;

import java.time.Duration;

/**
 * How much of an archive is taken.
 *
 * @param maxInflatedBytes of all its files together
 * @param longest until all of it has come
 */
record ArchiveLimits(
        long maxArchiveBytes, long maxInflatedBytes, int maxPictures, int maxPictureBytes, Duration longest) {

    private static final int USUAL_PATH_CHARACTERS = 200;

    /** All paths are in memory until the last file has come. */
    long maxPathCharacters() {
        return EntryPath.MAX_LENGTH + (long) USUAL_PATH_CHARACTERS * maxPictures;
    }
}
