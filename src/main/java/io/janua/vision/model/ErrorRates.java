package io.janua.vision.model;

/** How error rates of one comparison (1:1) and of a search (1:N) hang together. */
public final class ErrorRates {

    private ErrorRates() {}

    /**
     * The false match rate that each comparison may have, so that a search among {@code gallerySize} subjects has the
     * given false positive identification rate: 1 − (1 − FPIR)^(1/N), for independent comparisons (ISO/IEC 19795-1).
     */
    public static double fmrFor(double fpir, long gallerySize) {
        return -Math.expm1(Math.log1p(-fpir) / Math.max(1, gallerySize));
    }

    /** The other way round: how often a search for a stranger reaches a score of that false match rate. */
    public static double fpirAt(double fmr, long gallerySize) {
        return -Math.expm1(gallerySize * Math.log1p(-fmr));
    }
}
