package io.janua.recognition;

import io.janua.gallery.GalleryRef;
import java.util.OptionalDouble;

/**
 * The scores on which an answer rests. For those who count: it says of nobody that they were theirs, and no score but
 * that of the answer may be written down.
 */
public sealed interface Scored {

    GalleryRef gallery();

    /** Of somebody who said who they are. */
    record Claim(GalleryRef gallery, double score, boolean accepted) implements Scored {}

    /**
     * Of a search.
     *
     * @param found the score of whoever was found, rightly or not; empty where nobody was
     * @param others the best score of everybody else, so without anybody found never above the threshold; empty where
     *     there is nobody else
     * @param gallerySize how many everybody else is
     */
    record Search(GalleryRef gallery, OptionalDouble found, OptionalDouble others, long gallerySize)
            implements Scored {}
}
