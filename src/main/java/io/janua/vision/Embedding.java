package io.janua.vision;

import java.util.Arrays;

/**
 * A face as a point on the unit sphere of one model. Points of different models never compare.
 *
 * @param model the model's id in the catalogue
 * @param values of unit length; copied on the way in and out
 */
public record Embedding(String model, float[] values) {

    private static final double UNIT_TOLERANCE = 1e-3;

    public Embedding {
        if (values.length == 0) {
            throw new IllegalArgumentException("an embedding has at least one dimension");
        }
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        // The negation also catches NaN.
        if (!(Math.abs(Math.sqrt(squares) - 1) < UNIT_TOLERANCE)) {
            throw new IllegalArgumentException("an embedding has unit length");
        }
        values = values.clone();
    }

    /** @param raw a model's output of any length but zero */
    public static Embedding normalised(String model, float[] raw) {
        double squares = 0;
        for (float value : raw) {
            squares += (double) value * value;
        }
        float[] unit = new float[raw.length];
        double norm = Math.sqrt(squares);
        for (int i = 0; i < raw.length; i++) {
            unit[i] = (float) (raw[i] / norm);
        }
        return new Embedding(model, unit);
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    public int dimension() {
        return values.length;
    }

    /**
     * Cosine similarity, -1 to 1.
     *
     * @throws IllegalArgumentException when the other comes from another model
     */
    public double similarity(Embedding other) {
        if (!model.equals(other.model)) {
            throw new IllegalArgumentException("embeddings of %s and %s do not compare".formatted(model, other.model));
        }
        double dot = 0;
        for (int i = 0; i < values.length; i++) {
            dot += (double) values[i] * other.values[i];
        }
        return Math.clamp(dot, -1, 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && model.equals(that.model) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[model=%s, dimension=%d]".formatted(model, values.length);
    }
}
