package io.janua.training.embedder;

import io.janua.training.data.Degradation;
import io.janua.training.data.Picture;
import io.janua.training.data.Similarity;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Views of the faces and what the teacher says of each.
 *
 * <p>A view is mirrored or not, a little turned, moved and scaled; there are a few of each face, so that the teacher is
 * asked once for each and not every time. What the net gets to see is the view with bad light, blur, noise, or something
 * before it, anew each time: it learns to answer as if that were not so.
 */
final class Lessons {

    /** Of each face. */
    static final int VIEWS = 12;

    static final int SIDE = 112;

    private static final float FACTOR = 2 / 255f;
    private static final float ADDED = -1;

    private final List<Picture> faces;
    private final Function<Picture, float[]> teacher;
    private final float[][][] answers;
    private final int batch;
    private final long seed;

    /** @param input planes of the views in a row; @param target what the teacher says of each */
    record Batch(float[] input, float[] target) {}

    Lessons(List<Picture> faces, Function<Picture, float[]> teacher, int batch, long seed) {
        this.faces = faces;
        this.teacher = teacher;
        this.batch = batch;
        this.seed = seed;
        answers = new float[faces.size()][VIEWS][];
    }

    long batchesInEpoch() {
        return faces.size() / batch;
    }

    /** The same for the same number: an interrupted training goes on with what would have come. */
    Batch make(long number) {
        long epoch = number / batchesInEpoch();
        int[] order = shuffled(epoch);
        int begin = Math.toIntExact(number % batchesInEpoch()) * batch;
        float[] input = new float[batch * Picture.CHANNELS * SIDE * SIDE];
        float[] target = new float[batch * EmbedderNet.DIMENSIONS];
        var random = new SplittableRandom(seed + number);
        for (int i = 0; i < batch; i++) {
            int face = order[begin + i];
            int variant = Math.floorMod(epoch + face, VIEWS);
            Picture view = view(face, variant);
            if (answers[face][variant] == null) {
                answers[face][variant] = teacher.apply(view);
            }
            System.arraycopy(answers[face][variant], 0, target, i * EmbedderNet.DIMENSIONS, EmbedderNet.DIMENSIONS);
            Degradation.apply(view, random);
            if (random.nextInt(6) == 0) {
                Degradation.occlude(view, random);
            }
            view.planes(input, i * Picture.CHANNELS * SIDE * SIDE, 0, FACTOR, ADDED);
        }
        return new Batch(input, target);
    }

    /** Planes of a face as it is, as the net takes them. */
    static float[] planes(Picture face) {
        float[] planes = new float[Picture.CHANNELS * SIDE * SIDE];
        face.planes(planes, 0, 0, FACTOR, ADDED);
        return planes;
    }

    private Picture view(int face, int variant) {
        boolean mirrored = variant % 2 == 1;
        var random = new SplittableRandom(seed * 31 + face * 1_000_003L + variant);
        double middle = (SIDE - 1) / 2.0;
        // The first two are as the aligner makes them.
        boolean moved = variant > 1;
        double turn = moved ? Math.toRadians(random.nextDouble(-8, 8)) : 0;
        double scale = moved ? random.nextDouble(0.9, 1.12) : 1;
        double x = middle + (moved ? random.nextDouble(-5, 5) : 0);
        double y = middle + (moved ? random.nextDouble(-5, 5) : 0);
        var forth = Similarity.about(middle, middle, x, y, scale, turn, mirrored);
        return faces.get(face).through(forth.inverse(), SIDE, SIDE);
    }

    private int[] shuffled(long epoch) {
        int[] order = new int[faces.size()];
        var random = new SplittableRandom(seed * 17 + epoch);
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
