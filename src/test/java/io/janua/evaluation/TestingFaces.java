package io.janua.evaluation;

import io.janua.vision.Embedding;
import io.janua.vision.FaceBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/** Templates that lie on a circle: the score of two is the cosine of the angle between them. */
final class TestingFaces {

    private TestingFaces() {}

    /** @param degrees of the template */
    static Sample at(double degrees) {
        double angle = Math.toRadians(degrees);
        var values = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        return new Sample.Acquired(new Embedding("circle", values), new FaceBox(0, 0, 10, 10, 1), false, false);
    }

    static List<Sample> at(double... degrees) {
        return DoubleStream.of(degrees).mapToObj(TestingFaces::at).toList();
    }

    /** @param people whose each is */
    static Templates templates(List<Integer> people, List<Sample> samples) {
        List<Photograph> photographs = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            photographs.add(new Photograph(people.get(i), "%d.jpg".formatted(i), OptionalInt.of(i), Path.of("none")));
        }
        return Templates.of(photographs, samples);
    }
}
