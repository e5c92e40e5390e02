package io.janua.evaluation;

/**
 * A pair that went worst, with its pictures.
 *
 * @param wrong whether it is an error at the operating point, or only the nearest to one
 * @param onePicture a JPEG of the face; empty where its file is gone
 */
record Mistake(String oneName, String otherName, double score, boolean wrong, byte[] onePicture, byte[] otherPicture) {

    @Override
    public String toString() {
        // Neither pictures nor names of people may reach a log.
        return "Mistake[wrong=%s]".formatted(wrong);
    }
}
