package io.janua.access.decision;

/** What was seen at the point, and whether it told who came. */
sealed interface Sighting {

    /** Nobody looked: it does not matter who comes. */
    record NotLooked() implements Sighting {}

    record NoFace() implements Sighting {}

    record ManyFaces() implements Sighting {}

    record PoorQuality() implements Sighting {}

    record Spoof() implements Sighting {}

    /** The pictures show different people. */
    record Disagreeing() implements Sighting {}

    record Stranger() implements Sighting {}

    record Ambiguous() implements Sighting {}

    /** Not the holder of the card that was shown. */
    record Mismatch() implements Sighting {}

    /**
     * One of the gallery.
     *
     * @param fmr how often somebody else would have reached the score
     * @param live whether liveness was checked, and found
     */
    record Known(double fmr, boolean live) implements Sighting {}
}
