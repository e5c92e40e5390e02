package io.janua.vision.opencv;

import io.janua.problem.Problems;
import io.janua.vision.Image;
import io.janua.vision.ImageDecoder;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Decodes with OpenCV (docs/adr/0004-opencv-decodes-and-resamples.md). Stateless: one serves every thread. */
public final class OpenCvImageDecoder implements ImageDecoder {

    static {
        nu.pattern.OpenCV.loadLocally();
        // The inference pool already fills the cores.
        Core.setNumThreads(1);
    }

    private final ImageLimits limits;
    private final Optional<TurboJpeg> turboJpeg;

    public OpenCvImageDecoder(ImageLimits limits) {
        this(limits, TurboJpeg.load());
    }

    OpenCvImageDecoder(ImageLimits limits, Optional<TurboJpeg> turboJpeg) {
        this.limits = limits;
        this.turboJpeg = turboJpeg;
    }

    @Override
    public Image decode(byte[] encoded) {
        ImageHeader header = ImageHeader.read(encoded);
        limits.check(header, encoded.length);
        return fast(header, encoded).orElseGet(() -> patient(header, encoded));
    }

    private Optional<Image> fast(ImageHeader header, byte[] encoded) {
        if (turboJpeg.isEmpty() || header.format() != ImageHeader.Format.JPEG) {
            return Optional.empty();
        }
        Mat pixels = new Mat(header.height(), header.width(), CvType.CV_8UC3);
        if (!turboJpeg.get().decode(encoded, pixels)) {
            pixels.release();
            return Optional.empty();
        }
        ExifOrientation.apply(header.orientation(), pixels);
        return Optional.of(new OpenCvImage(pixels));
    }

    /** Takes every format, and files that are not quite right. */
    private static Image patient(ImageHeader header, byte[] encoded) {
        Mat file = new MatOfByte(encoded);
        Mat decoded = null;
        try {
            decoded = Imgcodecs.imdecode(file, header.alpha() ? Imgcodecs.IMREAD_UNCHANGED : Imgcodecs.IMREAD_COLOR);
            if (decoded.empty() || !header.matches(decoded.cols(), decoded.rows())) {
                throw Problems.imageCorrupt();
            }
            Mat bgr = header.alpha() ? onWhite(decoded) : decoded;
            if (bgr == decoded) {
                decoded = null;
            }
            return new OpenCvImage(bgr);
        } catch (CvException damaged) {
            throw Problems.imageCorrupt();
        } finally {
            file.release();
            if (decoded != null) {
                decoded.release();
            }
        }
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
