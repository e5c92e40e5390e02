package io.janua.privacy;

import io.janua.gallery.GalleryRef;
import io.janua.gallery.UnusedSubjects;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The ids of a gallery's due subjects, read a batch at a time. One that stays is passed once, not for ever. */
final class DueSubjects implements Iterator<String> {

    private static final int BATCH = 100;

    private final UnusedSubjects unused;
    private final GalleryRef gallery;
    private final Instant lastUse;
    private Iterator<String> batch = Collections.emptyIterator();
    private String last = "";

    DueSubjects(UnusedSubjects unused, GalleryRef gallery, Instant lastUse) {
        this.unused = unused;
        this.gallery = gallery;
        this.lastUse = lastUse;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext()) {
            batch = unused.after(gallery, lastUse, last, BATCH).iterator();
        }
        return batch.hasNext();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = batch.next();
        return last;
    }
}
