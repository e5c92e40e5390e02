package io.janua.training.embedder;

import io.janua.training.data.Deformation;
import io.janua.training.data.Picture;
import io.janua.training.data.Similarity;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Views of each face without end: as the aligner makes it, a little turned, moved and scaled, and as faces of nobody, each
 * made of two by mixing and bending. Eighteen thousand faces of few origins are not enough to learn what all faces have
 * in common; but the teacher can be asked about any picture (Beyer et al., "Knowledge distillation: a good teacher is
 * patient and consistent", 2022).
 */
final class FaceViews {

    /** After so many views of a face their kinds come again. */
    private static final int KINDS = 18;

    private static final int AS_ALIGNED = 2;
    private static final int OF_SOMEBODY = 6;
    private static final double MOST_BENT = 3.5;

    private final List<Picture> faces;
    private final long seed;

    FaceViews(List<Picture> faces, long seed) {
        this.faces = faces;
        this.seed = seed;
    }

    /** @param number 0 and up; the same for the same number */
    Picture view(int face, long number) {
        var random = new SplittableRandom(seed * 31 + face * 1_000_003L + number);
        int kind = Math.floorMod(number, KINDS);
        Similarity back = forth(kind, random).inverse();
        if (kind < OF_SOMEBODY) {
            return faces.get(face).through(back, Lessons.SIDE, Lessons.SIDE);
        }
        Picture other = faces.get(random.nextInt(faces.size()));
        Picture nobody = faces.get(face).mixed(other, (float) random.nextDouble(0, 0.7));
        return nobody.through(
                Deformation.random(back, Lessons.SIDE / 2.0, MOST_BENT, random), Lessons.SIDE, Lessons.SIDE);
    }

    private static Similarity forth(int kind, SplittableRandom random) {
        boolean mirrored = kind % 2 == 1;
        double middle = (Lessons.SIDE - 1) / 2.0;
        boolean moved = kind >= AS_ALIGNED;
        double turn = moved ? Math.toRadians(random.nextDouble(-8, 8)) : 0;
        double scale = moved ? random.nextDouble(0.9, 1.12) : 1;
        double x = middle + (moved ? random.nextDouble(-5, 5) : 0);
        double y = middle + (moved ? random.nextDouble(-5, 5) : 0);
        return Similarity.about(middle, middle, x, y, scale, turn, mirrored);
    }
}
