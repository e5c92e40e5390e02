package io.janua.evaluation;

import io.janua.problem.Problem;
import io.janua.vision.Image;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.DoublePredicate;

/** Cuts the faces of the pairs that went worst out of their photographs. */
final class Mistakes {

    /** In pixels, of the longer side: enough to see why. */
    private static final int SIDE = 160;

    private static final double MARGIN = 0.3;

    private final List<Photograph> photographs;
    private final List<Sample> samples;

    Mistakes(List<Photograph> photographs, List<Sample> samples) {
        this.photographs = photographs;
        this.samples = samples;
    }

    List<Mistake> of(List<ScoredPair> pairs, DoublePredicate wrong) {
        return pairs.stream()
                .map(pair -> new Mistake(
                        name(pair.one()),
                        name(pair.other()),
                        pair.score(),
                        wrong.test(pair.score()),
                        picture(pair.one()),
                        picture(pair.other())))
                .toList();
    }

    /** Without the folder where the file says whose it is. */
    private String name(int place) {
        String name = photographs.get(place).name();
        int folderEnd = name.lastIndexOf(File.separatorChar);
        String file = name.substring(folderEnd + 1);
        return folderEnd > 0 && file.startsWith(name.substring(0, folderEnd)) ? file : name;
    }

    private byte[] picture(int place) {
        if (!(samples.get(place) instanceof Sample.Acquired acquired)) {
            return new byte[0];
        }
        try (Image image = Extraction.DECODER.decode(
                Files.readAllBytes(photographs.get(place).file()))) {
            return image.jpeg(acquired.box().withMargin(MARGIN), SIDE);
        } catch (IOException | Problem gone) {
            // It was there a minute ago; the names and the score remain.
            return new byte[0];
        }
    }
}
