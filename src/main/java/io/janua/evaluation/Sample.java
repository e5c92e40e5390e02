package io.janua.evaluation;

import io.janua.vision.Embedding;
import io.janua.vision.FaceBox;

/** What a pack made of one photograph. */
sealed interface Sample {

    /**
     * @param box where the face is, for the pictures of the report
     * @param severalFaces an enrolment that wants one face would refuse it
     * @param poorQuality an enrolment of usual strictness would refuse it
     */
    record Acquired(Embedding embedding, FaceBox box, boolean severalFaces, boolean poorQuality) implements Sample {}

    /** A failure to acquire: a picture, but no face in it. */
    record NotAcquired() implements Sample {}

    /**
     * The file is at fault, or the model broke: neither says anything of a person.
     *
     * @param why the same words for all of a kind
     */
    record Unusable(String why) implements Sample {}
}
