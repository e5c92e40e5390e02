package io.janua.training.embedder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.janua.training.data.Picture;
import io.janua.training.net.Runner;
import java.util.List;

/** How alike the teacher a net answers on faces that it did not learn from. */
final class Examination {

    private static final int AT_ONCE = 32;

    private final List<Picture> faces;
    private final float[][] answers;

    Examination(List<Picture> faces, Teacher teacher) {
        this.faces = faces;
        answers = faces.stream().map(face -> teacher.answer(face).embedding()).toArray(float[][]::new);
    }

    /** @return -1 to 1 */
    double meanCosine(Runner runner) {
        double sum = 0;
        for (int begin = 0; begin < faces.size(); begin += AT_ONCE) {
            int end = Math.min(faces.size(), begin + AT_ONCE);
            float[] embeddings = embed(runner, faces.subList(begin, end));
            for (int i = begin; i < end; i++) {
                float[] embedding = new float[EmbedderNet.DIMENSIONS];
                System.arraycopy(embeddings, (i - begin) * embedding.length, embedding, 0, embedding.length);
                sum += cosine(Teacher.normalised(embedding), answers[i]);
            }
        }
        return sum / faces.size();
    }

    private static float[] embed(Runner runner, List<Picture> faces) {
        int each = Picture.CHANNELS * Lessons.SIDE * Lessons.SIDE;
        float[] input = new float[faces.size() * each];
        for (int i = 0; i < faces.size(); i++) {
            System.arraycopy(Lessons.planes(faces.get(i)), 0, input, i * each, each);
        }
        try (NDManager scratch = NDManager.newBaseManager()) {
            NDArray planes =
                    scratch.create(input, new Shape(faces.size(), Picture.CHANNELS, Lessons.SIDE, Lessons.SIDE));
            return runner.run(planes, false).get(EmbedderNet.EMBEDDING).toFloatArray();
        }
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
