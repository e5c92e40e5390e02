package io.janua.training.detector;

import io.janua.training.data.Picture;
import java.util.List;

/** A square picture to learn from, and the faces on it. */
record View(Picture picture, List<LabelledFace> faces) {

    static final int SIDE = 320;
}
