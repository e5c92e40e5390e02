package io.janua.vision;

/**
 * What presentation attack detection says of a face (ISO/IEC 30107-3).
 *
 * @param score live minus spoof logit; above 0 is live
 */
public record Liveness(double score) {

    public boolean live() {
        return score > 0;
    }
}
