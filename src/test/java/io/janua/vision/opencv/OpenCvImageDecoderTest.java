package io.janua.vision.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.support.TestPictures;
import io.janua.vision.Image;
import io.janua.vision.Point;
import io.janua.vision.Raster;
import io.janua.vision.SimilarityTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class OpenCvImageDecoderTest {

    private static final byte[] FACE = TestPictures.synthetic("person-0000/1.jpg");
    private static final OpenCvImageDecoder DECODER = new OpenCvImageDecoder(ImageLimits.USUAL);

    @ParameterizedTest
    @CsvSource({".jpg,3", ".jpg,1", ".png,3", ".png,4", ".png,1", ".webp,3"})
    void decode_takesEveryFormat(String extension, int channels) {
        byte[] file = TestPictures.converted(FACE, extension, channels);

        assertThat(centreBrightness(file)).isCloseTo(centreBrightness(FACE), within(12.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmyk.jpg", "progressive.jpg", "cut-out.png", "palette-alpha.png"})
    void decode_takesUnusualFiles(String name) {
        byte[] file = TestPictures.picture(name);

        assertThat(centreBrightness(file)).isCloseTo(centreBrightness(FACE), within(25.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void decode_isTheSameWithTheMachinesLibrary(int orientation) {
        Assumptions.assumeTrue(TurboJpeg.load().isPresent(), "skipped: this machine has no libturbojpeg");
        var withoutIt = new OpenCvImageDecoder(ImageLimits.USUAL, Optional.empty());
        byte[] file = TestPictures.withOrientation(FACE, orientation);
        var whole = new SimilarityTransform(1, 0, 0, 0);

        try (Image one = DECODER.decode(file);
                Image other = withoutIt.decode(file)) {
            assertThat(one.width()).isEqualTo(other.width());
            assertThat(one.warp(whole, 250).bgr())
                    .isEqualTo(other.warp(whole, 250).bgr());
        }
    }

    @Test
    void decode_laysTransparencyOnWhite() {
        try (Image image = DECODER.decode(TestPictures.picture("cut-out.png"))) {
            Raster corner = image.square(new Point(4, 4), 4, 4);
            assertThat(corner.bgr()).containsOnly((byte) 255);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void decode_honoursTheExifOrientation(int orientation) {
        byte[] file = TestPictures.withOrientation(FACE, orientation);

        try (Image upright = DECODER.decode(FACE);
                Image turned = DECODER.decode(file)) {
            assertThat(turned.width()).isEqualTo(upright.width());
            var whole = new SimilarityTransform(0.1, 0, 0, 0);
            assertThat(difference(upright.warp(whole, 30), turned.warp(whole, 30)))
                    .isLessThan(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png", ".webp"})
    void decode_refusesEveryCutOffFile(String extension) {
        byte[] file = TestPictures.converted(FACE, extension, 3);
        for (int length = 0; length < file.length; length += 1 + file.length / 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> DECODER.decode(cut))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                            .isIn(ProblemCode.IMAGE_TRUNCATED, ProblemCode.IMAGE_TYPE_UNSUPPORTED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png", ".webp"})
    void decode_survivesDamagedFiles(String extension) {
        byte[] file = TestPictures.converted(FACE, extension, 3);
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = file.clone();
            for (int hit = 0; hit < 1 + round % 8; hit++) {
                // Headers are the interesting part.
                damaged[random.nextInt(round % 2 == 0 ? 64 : damaged.length)] = (byte) random.nextInt(256);
            }
            try (Image image = DECODER.decode(damaged)) {
                // What the limits were checked against is what was decoded.
                assertThat(ImageHeader.read(damaged).matches(image.width(), image.height()))
                        .isTrue();
            } catch (Problem refused) {
                assertThat(refused.code().status()).isBetween(400, 499);
            }
        }
    }

    @Test
    void decode_refusesBeforeTakingMemory() {
        assertCode(TestPictures.pngHeader(100_000, 100_000), ProblemCode.IMAGE_TOO_MANY_PIXELS);
        assertCode(TestPictures.pngHeader(9_000, 9_000), ProblemCode.IMAGE_COMPRESSION_SUSPICIOUS);
        assertCode(TestPictures.flat(1, 1, ".png"), ProblemCode.IMAGE_TOO_SMALL);
        assertCode("GIF89a, or so it says".getBytes(), ProblemCode.IMAGE_TYPE_UNSUPPORTED);
        assertCode(new byte[0], ProblemCode.IMAGE_TRUNCATED);
    }

    /** Behind such a marker libjpeg reads on where a walk by lengths skips: the two would see two pictures. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0xD0, 0xD7, 0xD8})
    void decode_refusesMarkersThatHideAnotherPicture(int marker) {
        byte[] hidden = new byte[FACE.length + 2];
        System.arraycopy(FACE, 0, hidden, 0, 2);
        hidden[2] = (byte) 0xFF;
        hidden[3] = (byte) marker;
        System.arraycopy(FACE, 2, hidden, 4, FACE.length - 2);

        assertCode(hidden, ProblemCode.IMAGE_CORRUPT);
    }

    @Test
    void decode_refusesEndlessScans() {
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0};
        var file = ByteBuffer.allocate(FACE.length + 101 * scan.length);
        file.put(FACE, 0, FACE.length - 2);
        for (int i = 0; i < 101; i++) {
            file.put(scan);
        }
        file.put(FACE, FACE.length - 2, 2);

        assertCode(file.array(), ProblemCode.IMAGE_COMPRESSION_SUSPICIOUS);
    }

    @Test
    void turboJpeg_leavesAPictureOfAnotherSizeAlone() {
        var turboJpeg = TurboJpeg.load();
        Assumptions.assumeTrue(turboJpeg.isPresent(), "skipped: this machine has no libturbojpeg");
        var target = new Mat(1000, 1000, CvType.CV_8UC3, Scalar.all(7));

        assertThat(turboJpeg.get().decode(FACE, 1, target)).isFalse();
        assertThat(target.get(999, 999)).containsExactly(7, 7, 7);
    }

    @Test
    void decode_refusesAnIntactHeaderWithRubbishBehind() {
        byte[] png = TestPictures.flat(64, 64, ".png");
        Arrays.fill(png, 45, png.length - 16, (byte) 7);

        assertThatThrownBy(() -> DECODER.decode(png)).isInstanceOf(Problem.class);
    }

    @Test
    void writePlanes_padsWithZerosAndSplitsChannels() {
        var target = ByteBuffer.allocateDirect(3 * 4 * 64 * 32).order(ByteOrder.nativeOrder());
        for (int i = 0; i < target.capacity(); i++) {
            target.put(i, (byte) 1);
        }
        try (Image image = DECODER.decode(TestPictures.flat(40, 20, ".png"))) {
            image.writePlanes(40, 20, 64, 32, target);
        }
        var floats = target.asFloatBuffer();
        for (int plane = 0; plane < 3; plane++) {
            assertThat(floats.get(plane * 64 * 32)).isEqualTo(127);
            assertThat(floats.get(plane * 64 * 32 + 39 + 19 * 64)).isEqualTo(127);
            assertThat(floats.get(plane * 64 * 32 + 40)).isZero();
            assertThat(floats.get(plane * 64 * 32 + 20 * 64)).isZero();
        }
    }

    @Test
    void warp_ofALargeFaceAveragesInsteadOfSkipping() {
        byte[] large = TestPictures.scaled(FACE, 8);
        try (Image small = DECODER.decode(FACE);
                Image big = DECODER.decode(large)) {
            Raster expected = small.warp(new SimilarityTransform(0.5, 0.1, -5, 3), 112);
            Raster actual = big.warp(new SimilarityTransform(0.5 / 8, 0.1 / 8, -5, 3), 112);
            assertThat(difference(expected, actual)).isLessThan(6);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decode_ofALargePictureLosesNothingThatIsAskedFor(boolean withTheMachinesLibrary) {
        var decoder =
                new OpenCvImageDecoder(ImageLimits.USUAL, withTheMachinesLibrary ? TurboJpeg.load() : Optional.empty());
        byte[] large = TestPictures.withOrientation(TestPictures.scaled(FACE, 12), 6);
        // The same pixels, but PNG files always are decoded whole.
        byte[] whole = TestPictures.converted(large, ".png", 3);
        var smallFace = new SimilarityTransform(0.05, 0.01, -5, 3);
        var everyPixel = new SimilarityTransform(1, 0, -1920, -1900);

        try (Image reduced = decoder.decode(large);
                Image all = decoder.decode(whole)) {
            assertThat(reduced.width()).isEqualTo(all.width()).isEqualTo(3840);
            assertThat(reduced.height()).isEqualTo(all.height()).isEqualTo(3840);
            assertThat(difference(detected(reduced), detected(all))).isBetween(0.01, 1.0);
            assertThat(difference(reduced.warp(smallFace, 112), all.warp(smallFace, 112)))
                    .isBetween(0.01, 2.0);
            assertThat(difference(
                            reduced.square(new Point(1920, 1900), 1000, 128),
                            all.square(new Point(1920, 1900), 1000, 128)))
                    .isBetween(0.01, 2.0);
            assertThat(reduced.warp(everyPixel, 112).bgr())
                    .isEqualTo(all.warp(everyPixel, 112).bgr());
            assertThat(reduced.width()).isEqualTo(3840);
        }
    }

    private static void assertCode(byte[] file, ProblemCode code) {
        assertThatThrownBy(() -> DECODER.decode(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** As the detector sees it. */
    private static Raster detected(Image image) {
        int side = 640;
        ByteBuffer planes =
                ByteBuffer.allocateDirect(3 * Float.BYTES * side * side).order(ByteOrder.nativeOrder());
        image.writePlanes(side, side, side, side, planes);
        byte[] bytes = new byte[3 * side * side];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) planes.getFloat(Float.BYTES * i);
        }
        return new Raster(side, side, bytes);
    }

    /** Of a pixel's channel, in the mean. */
    private static double difference(Raster one, Raster other) {
        double sum = 0;
        for (int i = 0; i < one.bgr().length; i++) {
            sum += Math.abs((one.bgr()[i] & 0xFF) - (other.bgr()[i] & 0xFF));
        }
        return sum / one.bgr().length;
    }

    /** Mean of a square in the middle, which shows the nose and the cheeks. */
    private static double centreBrightness(byte[] file) {
        try (Image image = DECODER.decode(file)) {
            byte[] bgr = image.square(new Point(image.width() / 2.0, image.height() / 2.0), image.width() / 3.0, 16)
                    .bgr();
            double sum = 0;
            for (byte value : bgr) {
                sum += value & 0xFF;
            }
            return sum / bgr.length;
        }
    }
}
