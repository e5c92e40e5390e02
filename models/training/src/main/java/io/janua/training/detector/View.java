package io.janua.training.detector;

import io.janua.training.data.Picture;
import java.util.List;

/** A square picture to learn from, and the faces on it. */
record View(Picture picture, List<LabelledFace> faces) {

    /** Smaller than what the service looks at, and half as long to learn from: what matters is the size of a face. */
    static final int SIDE = 256;
}
