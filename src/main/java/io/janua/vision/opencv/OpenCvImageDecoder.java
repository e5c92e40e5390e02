package io.janua.vision.opencv;

import io.janua.problem.Problems;
import io.janua.vision.Image;
import io.janua.vision.ImageDecoder;
import io.janua.vision.PackagedLibraries;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Decodes with OpenCV (docs/adr/0004-opencv-decodes-and-resamples.md), large JPEG files at a reduced scale
 * (docs/adr/0028-what-a-picture-costs-besides-inference.md). Stateless: one serves every thread.
 */
public final class OpenCvImageDecoder implements ImageDecoder {

    static {
        PackagedLibraries.find(Core.NATIVE_LIBRARY_NAME)
                .ifPresentOrElse(file -> System.load(file.toString()), nu.pattern.OpenCV::loadLocally);
        // The inference pool already fills the cores.
        Core.setNumThreads(1);
    }

    /**
     * In pixels: the most that the detector looks at. At 960 scores moved twice as far from those of whole pictures
     * (docs/adr/0028-what-a-picture-costs-besides-inference.md).
     */
    private static final double LEAST_LONGER_SIDE = 1280;

    private final ImageLimits limits;
    private final Optional<TurboJpeg> turboJpeg;

    public OpenCvImageDecoder(ImageLimits limits) {
        this(limits, TurboJpeg.load());
    }

    OpenCvImageDecoder(ImageLimits limits, Optional<TurboJpeg> turboJpeg) {
        this.limits = limits;
        this.turboJpeg = turboJpeg;
    }

    /** Loads the native library now, so that it need not be loaded while somebody waits. */
    public static void prepare() {
        // What initialises this class does it.
    }

    @Override
    public Image decode(byte[] encoded) {
        ImageHeader header = ImageHeader.read(encoded);
        limits.check(header, encoded.length);
        double share = LEAST_LONGER_SIDE / Math.max(header.width(), header.height());
        return new OpenCvImage(header, share, reduction -> pixels(header, encoded, reduction));
    }

    private Mat pixels(ImageHeader header, byte[] encoded, int reduction) {
        return fast(header, encoded, reduction).orElseGet(() -> patient(header, encoded, reduction));
    }

    private Optional<Mat> fast(ImageHeader header, byte[] encoded, int reduction) {
        if (turboJpeg.isEmpty() || header.format() != ImageHeader.Format.JPEG) {
            return Optional.empty();
        }
        Mat pixels = new Mat(header.height() / reduction, header.width() / reduction, CvType.CV_8UC3);
        if (!turboJpeg.get().decode(encoded, reduction, pixels)) {
            pixels.release();
            return Optional.empty();
        }
        ExifOrientation.apply(header.orientation(), pixels);
        return Optional.of(pixels);
    }

    /** Takes every format, and files that are not quite right. */
    private static Mat patient(ImageHeader header, byte[] encoded, int reduction) {
        Mat file = new MatOfByte(encoded);
        Mat decoded = null;
        try {
            decoded = Imgcodecs.imdecode(file, header.alpha() ? Imgcodecs.IMREAD_UNCHANGED : colour(reduction));
            if (decoded.empty() || !header.matches(reduction * decoded.cols(), reduction * decoded.rows())) {
                throw Problems.imageCorrupt();
            }
            Mat bgr = header.alpha() ? onWhite(decoded) : decoded;
            if (bgr == decoded) {
                decoded = null;
            }
            return bgr;
        } catch (CvException damaged) {
            throw Problems.imageCorrupt();
        } finally {
            file.release();
            if (decoded != null) {
                decoded.release();
            }
        }
    }

    private static int colour(int reduction) {
        return switch (reduction) {
            case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
            case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
            case 8 -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
            default -> Imgcodecs.IMREAD_COLOR;
        };
    }

    /** Transparent pixels often hold black or rubbish: on white, a cut-out portrait looks as its author saw it. */
    private static Mat onWhite(Mat decoded) {
        Mat eightBit = new Mat();
        Mat alpha = new Mat();
        Mat coverage = new Mat();
        Mat bgr = new Mat();
        try {
            decoded.convertTo(eightBit, CvType.CV_8U, decoded.depth() == CvType.CV_16U ? 1 / 257.0 : 1);
            if (eightBit.channels() != 4) {
                Imgproc.cvtColor(eightBit, bgr, Imgproc.COLOR_GRAY2BGR);
                return bgr;
            }
            Imgproc.cvtColor(eightBit, bgr, Imgproc.COLOR_BGRA2BGR);
            Core.extractChannel(eightBit, alpha, 3);
            Core.merge(List.of(alpha, alpha, alpha), coverage);
            // White minus what the covered part takes away from white.
            Core.bitwise_not(bgr, bgr);
            Core.multiply(bgr, coverage, bgr, 1 / 255.0);
            Core.bitwise_not(bgr, bgr);
            return bgr;
        } finally {
            eightBit.release();
            alpha.release();
            coverage.release();
        }
    }
}
