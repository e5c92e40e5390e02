package io.janua.vision.opencv;

import io.janua.problem.Problem;
import io.janua.vision.FaceBox;
import io.janua.vision.Image;
import io.janua.vision.Point;
import io.janua.vision.SimilarityTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A picture is decoded or refused, and then scaled, warped and cut as models need it. The native libraries are inside
 * this process, as they are in the service: what brings them down brings down the fuzzer, which is a finding. They are
 * not instrumented, so coverage is that of the walk through the headers and of what follows.
 */
public final class ImageDecoderFuzzer {

    private static final OpenCvImageDecoder DECODER = new OpenCvImageDecoder(new ImageLimits(1, 1_000_000));
    private static final int SIDE = 64;
    private static final ByteBuffer PLANES =
            ByteBuffer.allocateDirect(3 * Float.BYTES * SIDE * SIDE).order(ByteOrder.nativeOrder());

    private ImageDecoderFuzzer() {}

    public static void fuzzerTestOneInput(byte[] file) {
        try (Image image = DECODER.decode(file)) {
            if ((long) image.width() * image.height() > 1_000_000) {
                throw new AssertionError("more pixels came out than may");
            }
            image.writePlanes(SIDE, SIDE, SIDE, SIDE, PLANES);
            image.square(new Point(image.width() / 2.0, image.height() / 2.0), image.width(), SIDE);
            image.warp(new SimilarityTransform(0.5, 0.1, 0, 0), SIDE);
            image.jpeg(new FaceBox(0, 0, image.width(), image.height(), 1), SIDE);
        } catch (Problem refused) {
            // That is an answer.
        }
    }
}
