package io.janua.bench;

import io.janua.support.TestPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures as a camera at a door would send them, of people who do not exist. */
final class BenchPictures {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final int PERSON_SIDE = 384;
    private static final double BACKGROUND_BLUR = 30;
    private static final int JPEG_QUALITY = 92;

    /** Of a channel's 256 levels. Without a sensor's noise a JPEG is small, and decoded faster than real ones. */
    private static final double NOISE = 5;

    private BenchPictures() {}

    /** The people, by id. */
    static List<String> people() {
        try (Stream<Path> entries = Files.list(Path.of(folder()))) {
            return entries.filter(Files::isDirectory)
                    .map(person -> person.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The picture that a person is enrolled with, as it is. */
    static byte[] enrolment(String person) {
        return TestPictures.synthetic(person + "/1.jpg");
    }

    /** Another picture of the person, set into a blurred 640x480 background, with noise. */
    static byte[] probe(String person) {
        Mat picture = TestPictures.decode(TestPictures.synthetic(person + "/3.jpg"));
        var canvas = new Mat();
        Imgproc.resize(picture, canvas, new Size(WIDTH, HEIGHT), 0, 0, Imgproc.INTER_LINEAR);
        // So blurred that nobody finds a second face in it.
        Imgproc.GaussianBlur(canvas, canvas, new Size(), BACKGROUND_BLUR);
        Imgproc.resize(picture, picture, new Size(PERSON_SIDE, PERSON_SIDE), 0, 0, Imgproc.INTER_CUBIC);
        picture.copyTo(canvas.submat(
                new Rect((WIDTH - PERSON_SIDE) / 2, (HEIGHT - PERSON_SIDE) / 2, PERSON_SIDE, PERSON_SIDE)));
        addNoise(canvas, person.hashCode());
        return jpeg(canvas);
    }

    private static void addNoise(Mat picture, int seed) {
        // Signed in between, because noise goes both ways; the last step cuts off at 0 and 255.
        picture.convertTo(picture, CvType.CV_16S);
        var noise = new Mat(picture.size(), picture.type());
        Core.setRNGSeed(seed);
        Core.randn(noise, 0, NOISE);
        Core.add(picture, noise, picture);
        picture.convertTo(picture, CvType.CV_8U);
    }

    private static byte[] jpeg(Mat picture) {
        var file = new MatOfByte();
        Imgcodecs.imencode(".jpg", picture, file, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY));
        return file.toArray();
    }

    private static URI folder() {
        try {
            return TestPictures.class.getResource("/synthetic-people").toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
