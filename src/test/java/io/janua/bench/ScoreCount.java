package io.janua.bench;

import io.janua.problem.Problem;
import io.janua.vision.Embedding;
import io.janua.vision.FacePipeline;
import io.janua.vision.model.ScoreDistribution;
import io.janua.vision.model.ScoreDistribution.Scores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Compares every two photographs of a folder of people, one folder a person, and counts the scores. Nothing else of the
 * people is kept or shown.
 */
final class ScoreCount {

    static final double BIN_FROM = -1;
    static final double BIN_WIDTH = 0.02;
    static final int BINS = 100;

    private final Pairs mated = new Pairs();
    private final Pairs nonMated = new Pairs();
    private int people;
    private int photographs;

    private record Photograph(int person, Embedding embedding) {}

    private static final class Pairs {

        private final long[] histogram = new long[BINS];
        private double sum;

        void add(double score) {
            histogram[bin(score)]++;
            sum += score;
        }

        Scores scores() {
            long count = LongStream.of(histogram).sum();
            double mean = count == 0 ? 0 : Math.round(sum / count * 1e4) / 1e4;
            return new Scores(count, mean, LongStream.of(histogram).boxed().toList());
        }
    }

    /** @param folder holds a folder a person, and these hold photographs; pictures without a face are left out */
    static ScoreDistribution in(Path folder) {
        var count = new ScoreCount();
        count.compare(count.embeddings(folder));
        return new ScoreDistribution(
                "%d photographs of %d people".formatted(count.photographs, count.people),
                count.mated.scores(),
                count.nonMated.scores(),
                BIN_FROM,
                BIN_WIDTH);
    }

    static int bin(double score) {
        // Cosines are stored with four digits at best; this keeps 0.02 from falling below its own bin.
        int bin = (int) Math.floor((score - BIN_FROM) / BIN_WIDTH + 1e-9);
        return Math.clamp(bin, 0, BINS - 1);
    }

    private List<Photograph> embeddings(Path folder) {
        List<Photograph> found = new ArrayList<>();
        try (FacePipeline pipeline = LocalPipeline.create()) {
            for (Path person : children(folder)) {
                for (Path file : children(person)) {
                    embedding(pipeline, file, found);
                }
                people++;
            }
        }
        photographs = found.size();
        return found;
    }

    private void embedding(FacePipeline pipeline, Path file, List<Photograph> found) {
        try {
            var face = pipeline.extract(Files.readAllBytes(file), LocalPipeline.PROBE);
            found.add(new Photograph(people, face.embedding().orElseThrow()));
        } catch (Problem refused) {
            Progress.say("scores: a picture is left out (%s)", refused.code());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void compare(List<Photograph> all) {
        IntStream.range(0, all.size()).forEach(i -> all.subList(0, i).forEach(other -> compare(all.get(i), other)));
    }

    private void compare(Photograph one, Photograph other) {
        (one.person() == other.person() ? mated : nonMated).add(one.embedding().similarity(other.embedding()));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
