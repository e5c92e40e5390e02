package io.janua.training.embedder;

import io.janua.training.data.Degradation;
import io.janua.training.data.Picture;
import io.janua.training.data.Similarity;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * {@link FaceViews Views} of the faces, other ones in each epoch, and what the teacher says of each. What the net gets to see is, as often as not, the view a little askew, and with bad light, blur, noise, or something before it, anew
 * each time: it learns to answer as if that were not so.
 */
final class Lessons {

    static final int SIDE = 112;

    private static final float FACTOR = 2 / 255f;
    private static final float ADDED = -1;
    private static final double MOST_PIXELS_OFF = 2.5;
    private static final double MOST_SCALE_OFF = 0.05;
    private static final double MOST_DEGREES_OFF = 4;

    private final FaceViews views;
    private final int faces;
    private final Function<Picture, Teacher.Answer> teacher;
    private final int batch;
    private final long seed;

    /**
     * @param input planes of the views in a row
     * @param target what the teacher says of each
     * @param hints what it saw on the way, as {@link EmbedderNet#HINTS} asks
     */
    record Batch(float[] input, float[] target, List<float[]> hints) {}

    Lessons(List<Picture> faces, Function<Picture, Teacher.Answer> teacher, int batch, long seed) {
        views = new FaceViews(faces, seed);
        this.faces = faces.size();
        this.teacher = teacher;
        this.batch = batch;
        this.seed = seed;
    }

    long batchesInEpoch() {
        return faces / batch;
    }

    /** The same for the same number: an interrupted training goes on with what would have come. */
    Batch make(long number) {
        long epoch = number / batchesInEpoch();
        int[] order = shuffled(epoch);
        int begin = Math.toIntExact(number % batchesInEpoch()) * batch;
        float[] input = new float[batch * Picture.CHANNELS * SIDE * SIDE];
        float[] target = new float[batch * EmbedderNet.DIMENSIONS];
        List<float[]> hints = EmbedderNet.HINTS.stream()
                .map(hint -> new float[batch * hint.size()])
                .toList();
        var random = new SplittableRandom(seed + number);
        for (int i = 0; i < batch; i++) {
            int face = order[begin + i];
            Picture view = views.view(face, epoch + face);
            Teacher.Answer answer = teacher.apply(view);
            put(answer.embedding(), target, i);
            for (int hint = 0; hint < hints.size(); hint++) {
                put(answer.hints().get(hint), hints.get(hint), i);
            }
            if (random.nextBoolean()) {
                view = view.through(askew(random), SIDE, SIDE);
            }
            if (random.nextBoolean()) {
                Degradation.apply(view, random);
            }
            if (random.nextInt(8) == 0) {
                Degradation.occlude(view, random);
            }
            view.planes(input, i * Picture.CHANNELS * SIDE * SIDE, 0, FACTOR, ADDED);
        }
        return new Batch(input, target, hints);
    }

    /** As a detector makes it whose landmarks are a little off. */
    private static Similarity askew(SplittableRandom random) {
        double middle = (SIDE - 1) / 2.0;
        return Similarity.about(
                middle,
                middle,
                middle + random.nextDouble(-MOST_PIXELS_OFF, MOST_PIXELS_OFF),
                middle + random.nextDouble(-MOST_PIXELS_OFF, MOST_PIXELS_OFF),
                1 + random.nextDouble(-MOST_SCALE_OFF, MOST_SCALE_OFF),
                Math.toRadians(random.nextDouble(-MOST_DEGREES_OFF, MOST_DEGREES_OFF)),
                false);
    }

    private static void put(float[] one, float[] all, int index) {
        System.arraycopy(one, 0, all, index * one.length, one.length);
    }

    /** Planes of a face as it is, as the net takes them. */
    static float[] planes(Picture face) {
        float[] planes = new float[Picture.CHANNELS * SIDE * SIDE];
        face.planes(planes, 0, 0, FACTOR, ADDED);
        return planes;
    }

    private int[] shuffled(long epoch) {
        int[] order = new int[faces];
        var random = new SplittableRandom(seed * 17 + epoch);
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
