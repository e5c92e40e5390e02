package io.janua.gallery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a subject's entry in a list says of its faces.
 *
 * @param portrait the newest sample that has a picture; null when none has
 */
record Faces(long count, @Nullable UUID portrait) {

    static final Faces NONE = new Faces(0, null);
}
