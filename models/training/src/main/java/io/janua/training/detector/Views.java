package io.janua.training.detector;

import io.janua.training.data.Degradation;
import io.janua.training.data.Picture;
import io.janua.training.data.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Squares with faces of all sizes at all places, made of scenes in which the face fills most: one scene, enlarged or
 * reduced, before a piece of another without faces; or several side by side.
 */
final class Views {

    private static final double LEAST_FACE = 20;
    private static final double MOST_FACE = 280;
    private static final double MOST_ENLARGEMENT = 2.2;
    private static final int PIECES_TRIED = 8;
    private static final int LEAST_PIECE = 30;

    private final List<Scene> scenes;

    Views(List<Scene> scenes) {
        this.scenes = scenes;
    }

    /** @param scene the number of the scene that is in it in any case */
    View make(int scene, SplittableRandom random) {
        var picture = new Picture(View.SIDE, View.SIDE);
        List<LabelledFace> faces = new ArrayList<>();
        background(picture, random);
        // One view of many small faces teaches as much as that many views of a large one.
        int across = random.nextInt(100) < 85 ? 1 : 2 + random.nextInt(2);
        if (across == 1) {
            single(scenes.get(scene), picture, faces, random);
        } else {
            int cell = View.SIDE / across;
            int chosen = random.nextInt(across * across);
            for (int i = 0; i < across * across; i++) {
                Scene shown = scenes.get(i == chosen ? scene : random.nextInt(scenes.size()));
                tile(shown, picture, faces, cell * (i % across), cell * (i / across), cell, random);
            }
        }
        Degradation.apply(picture, random);
        return new View(picture, faces);
    }

    private void single(Scene scene, Picture target, List<LabelledFace> faces, SplittableRandom random) {
        if (scene.faces().isEmpty()) {
            return;
        }
        LabelledFace face = scene.faces().get(random.nextInt(scene.faces().size()));
        double most = Math.min(MOST_FACE, MOST_ENLARGEMENT * face.size());
        double least = Math.min(LEAST_FACE, most);
        double size = Math.exp(random.nextDouble(Math.log(least), Math.log(most) + 1e-9));
        double half = Math.min(View.SIDE / 2.0, 0.45 * size);
        double x = random.nextDouble(half, View.SIDE - half + 1e-9);
        double y = random.nextDouble(half, View.SIDE - half + 1e-9);
        var forth = Similarity.about(face.x(), face.y(), x, y, size / face.size(), turn(random), random.nextBoolean());
        draw(scene, forth, target, 0, 0, View.SIDE, faces);
    }

    private void tile(
            Scene scene,
            Picture target,
            List<LabelledFace> faces,
            int left,
            int top,
            int cell,
            SplittableRandom random) {
        double whole = Math.max(scene.picture().width(), scene.picture().height());
        double scale = cell / whole * random.nextDouble(0.8, 1.5);
        double x = left + cell * random.nextDouble(0.4, 0.6);
        double y = top + cell * random.nextDouble(0.4, 0.6);
        var forth = Similarity.about(
                scene.picture().width() / 2.0,
                scene.picture().height() / 2.0,
                x,
                y,
                scale,
                turn(random) / 2,
                random.nextBoolean());
        draw(scene, forth, target, left, top, cell, faces);
    }

    /** Most people hold their head upright, and some do not. */
    private static double turn(SplittableRandom random) {
        double most = random.nextInt(10) == 0 ? 40 : 14;
        return Math.toRadians(random.nextDouble(-most, most));
    }

    private static void draw(
            Scene scene, Similarity forth, Picture target, int left, int top, int side, List<LabelledFace> faces) {
        Picture source = scene.picture();
        Similarity whole = forth;
        // Between four pixels is not enough where many become one.
        while (Math.hypot(whole.a(), whole.d()) < 0.55) {
            source = source.halved();
            whole = whole.ofHalved();
        }
        source.drawThrough(whole.inverse(), target, left, top, side);
        for (LabelledFace face : scene.faces()) {
            LabelledFace moved = face.moved(forth);
            double inside = inside(moved, left, top, side);
            if (inside > 0) {
                // What is cut off is no lesson, neither as a face nor as none.
                faces.add(
                        inside < 0.6
                                ? new LabelledFace(
                                        moved.x(), moved.y(), moved.width(), moved.height(), 0, moved.points())
                                : moved);
            }
        }
    }

    private static double inside(LabelledFace face, int left, int top, int side) {
        var shifted = new LabelledFace(
                face.x() - left, face.y() - top, face.width(), face.height(), face.score(), face.points());
        return shifted.visible(side);
    }

    /** A piece of a scene without a face in it, enlarged; or one colour. */
    private void background(Picture target, SplittableRandom random) {
        for (int i = 0; i < PIECES_TRIED; i++) {
            Scene scene = scenes.get(random.nextInt(scenes.size()));
            int width = scene.picture().width();
            int height = scene.picture().height();
            int side = random.nextInt(Math.min(LEAST_PIECE, Math.min(width, height)), 1 + Math.min(width, height));
            int left = random.nextInt(0, width - side + 1);
            int top = random.nextInt(0, height - side + 1);
            if (scene.faces().stream().noneMatch(face -> touches(face, left, top, side))) {
                double scale = (double) side / View.SIDE;
                scene.picture().drawThrough(new Similarity(scale, 0, left, 0, scale, top), target, 0, 0, View.SIDE);
                return;
            }
        }
        byte[] colour = new byte[Picture.CHANNELS];
        random.nextBytes(colour);
        for (int at = 0; at < target.rgb().length; at++) {
            target.rgb()[at] = colour[at % Picture.CHANNELS];
        }
    }

    private static boolean touches(LabelledFace face, int left, int top, int side) {
        double across = 0.6 * face.width();
        double down = 0.6 * face.height();
        return face.x() + across > left
                && face.x() - across < left + side
                && face.y() + down > top
                && face.y() - down < top + side;
    }
}
