package io.janua.vision.opencv;

import io.janua.vision.FaceBox;
import io.janua.vision.Image;
import io.janua.vision.Point;
import io.janua.vision.Raster;
import io.janua.vision.SimilarityTransform;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * An image whose pixels OpenCV holds, 8 bits, blue green red. Of a large JPEG it holds fewer than the file has, until
 * something needs more: then the file is decoded once more.
 */
final class OpenCvImage implements Image {

    private static final int JPEG_QUALITY = 92;

    /** OpenCV addresses the source of a warp with 16 bits. */
    private static final int MAX_WARPED_SIDE = 32_000;

    private static final double MIN_PLAIN_SCALE = 0.25;

    /**
     * How many pixels each pixel of a crop should be made of, across or down, where the file has so many: a little more
     * than in the photographs that the models' thresholds were measured with.
     */
    private static final double PIXELS_FOR_ONE = 1.25;

    private final ImageHeader header;
    private final IntFunction<Mat> decode;

    /** How many pixels of the photograph, across and down, one of these stands for. */
    private int reduction;

    private Mat pixels;

    /**
     * @param share of the photograph's pixels, across or down, to begin with
     * @param decode the upright picture, by reduction
     */
    OpenCvImage(ImageHeader header, double share, IntFunction<Mat> decode) {
        this.header = header;
        this.decode = decode;
        reduction = header.reductionTo(share);
        pixels = decode.apply(reduction);
    }

    @Override
    public int width() {
        return reduction * pixels.cols();
    }

    @Override
    public int height() {
        return reduction * pixels.rows();
    }

    @Override
    public void writePlanes(int scaledWidth, int scaledHeight, int paddedWidth, int paddedHeight, ByteBuffer target) {
        need((double) scaledWidth / width());
        int planeBytes = Float.BYTES * paddedWidth * paddedHeight;
        Mat scaled = resized(pixels, scaledWidth, scaledHeight);
        Mat channel = new Mat();
        try {
            for (int i = 0; i < 3; i++) {
                ByteBuffer plane = target.slice(i * planeBytes, planeBytes).order(target.order());
                Mat padded = new Mat(paddedHeight, paddedWidth, CvType.CV_32FC1, plane);
                Mat inner = padded.submat(0, scaledHeight, 0, scaledWidth);
                Core.extractChannel(scaled, channel, i);
                if (scaledWidth != paddedWidth || scaledHeight != paddedHeight) {
                    padded.setTo(Scalar.all(0));
                }
                channel.convertTo(inner, CvType.CV_32F);
                inner.release();
                padded.release();
            }
        } finally {
            channel.release();
            if (scaled != pixels) {
                scaled.release();
            }
        }
    }

    @Override
    public Raster warp(SimilarityTransform transform, int side) {
        need(PIXELS_FOR_ONE * transform.scale());
        SimilarityTransform fromPixels = transform.afterCut(new Point(0, 0), 1.0 / reduction);
        // Bilinear sampling skips pixels when it shrinks a lot: average such a face down to twice its size first. Up to
        // a factor of four it stays plain, because the models' thresholds were measured that way.
        boolean shrinksALot = fromPixels.scale() < MIN_PLAIN_SCALE;
        if (shrinksALot || Math.max(pixels.cols(), pixels.rows()) > MAX_WARPED_SIDE) {
            double shrink = shrinksALot ? fromPixels.scale() * 2 : 1;
            Rect source = sourceOf(fromPixels, side);
            Mat cut = pixels.submat(source);
            Mat smaller = new Mat();
            try {
                Imgproc.resize(cut, smaller, new Size(), shrink, shrink, Imgproc.INTER_AREA);
                double exactShrink = (double) smaller.cols() / cut.cols();
                return warp(smaller, fromPixels.afterCut(new Point(source.x, source.y), exactShrink), side);
            } finally {
                cut.release();
                smaller.release();
            }
        }
        return warp(pixels, fromPixels, side);
    }

    @Override
    public Raster square(Point centre, double sourceSide, int side) {
        need(PIXELS_FOR_ONE * side / sourceSide);
        // Cut off, not rounded: attack detection answers to single pixels, and its authors cut so.
        int length = Math.max(1, (int) (sourceSide / reduction));
        int left = (int) ((centre.x() - sourceSide / 2) / reduction);
        int top = (int) ((centre.y() - sourceSide / 2) / reduction);
        Rect inside = insidePixels(new Rect(left, top, length, length));
        Mat cut = pixels.submat(inside);
        Mat framed = new Mat();
        try {
            Core.copyMakeBorder(
                    cut,
                    framed,
                    inside.y - top,
                    top + length - inside.y - inside.height,
                    inside.x - left,
                    left + length - inside.x - inside.width,
                    Core.BORDER_REFLECT_101 | Core.BORDER_ISOLATED);
            return scaledRaster(framed, side);
        } finally {
            cut.release();
            framed.release();
        }
    }

    @Override
    public byte[] jpeg(FaceBox region, int maxSide) {
        Rect wanted = inside(
                new Rect(
                        (int) Math.floor(region.x()),
                        (int) Math.floor(region.y()),
                        (int) Math.ceil(region.width()),
                        (int) Math.ceil(region.height())),
                width(),
                height());
        need((double) maxSide / Math.max(wanted.width, wanted.height));
        Rect inside = insidePixels(new Rect(
                wanted.x / reduction,
                wanted.y / reduction,
                Math.ceilDiv(wanted.width, reduction),
                Math.ceilDiv(wanted.height, reduction)));
        double scale = Math.min(1, (double) maxSide / Math.max(inside.width, inside.height));
        Mat cut = pixels.submat(inside);
        Mat scaled = resized(cut, (int) Math.max(1, inside.width * scale), (int) Math.max(1, inside.height * scale));
        MatOfByte file = new MatOfByte();
        MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
        try {
            Imgcodecs.imencode(".jpg", scaled, file, options);
            return file.toArray();
        } finally {
            options.release();
            file.release();
            if (scaled != cut) {
                scaled.release();
            }
            cut.release();
        }
    }

    @Override
    public void close() {
        pixels.release();
    }

    /** @param share of the photograph's pixels, across or down */
    private void need(double share) {
        int wanted = header.reductionTo(share);
        if (wanted < reduction) {
            pixels.release();
            pixels = decode.apply(wanted);
            reduction = wanted;
        }
    }

    private static Raster warp(Mat source, SimilarityTransform transform, int side) {
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        Mat warped = new Mat();
        try {
            matrix.put(0, 0, transform.a(), -transform.b(), transform.shiftX());
            matrix.put(1, 0, transform.b(), transform.a(), transform.shiftY());
            Imgproc.warpAffine(source, warped, matrix, new Size(side, side), Imgproc.INTER_LINEAR);
            return raster(warped);
        } finally {
            matrix.release();
            warped.release();
        }
    }

    private static Raster scaledRaster(Mat source, int side) {
        Mat scaled = new Mat();
        try {
            int method = source.cols() > side ? Imgproc.INTER_AREA : Imgproc.INTER_LANCZOS4;
            Imgproc.resize(source, scaled, new Size(side, side), 0, 0, method);
            return raster(scaled);
        } finally {
            scaled.release();
        }
    }

    /** The source itself when it already has the size. */
    private static Mat resized(Mat source, int width, int height) {
        if (source.cols() == width && source.rows() == height) {
            return source;
        }
        Mat scaled = new Mat();
        int method = width < source.cols() ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
        Imgproc.resize(source, scaled, new Size(width, height), 0, 0, method);
        return scaled;
    }

    private static Raster raster(Mat mat) {
        byte[] bgr = new byte[3 * mat.cols() * mat.rows()];
        mat.get(0, 0, bgr);
        return new Raster(mat.cols(), mat.rows(), bgr);
    }

    /** The part of the image that the transform's target square is taken from, with a little around it. */
    private Rect sourceOf(SimilarityTransform transform, int side) {
        double scale = transform.scale();
        double middle = side / 2.0 - transform.shiftX();
        double middleDown = side / 2.0 - transform.shiftY();
        double squared = scale * scale;
        double x = (transform.a() * middle + transform.b() * middleDown) / squared;
        double y = (transform.a() * middleDown - transform.b() * middle) / squared;
        // The square may be turned by any angle: its half diagonal, and two target pixels for the interpolation.
        double reach = (side / Math.sqrt(2) + 2) / scale;
        return insidePixels(
                new Rect((int) Math.floor(x - reach), (int) Math.floor(y - reach), (int) Math.ceil(2 * reach), (int)
                        Math.ceil(2 * reach)));
    }

    private Rect insidePixels(Rect area) {
        return inside(area, pixels.cols(), pixels.rows());
    }

    /** Cuts a rectangle at the edges; at least one pixel stays, the nearest one. */
    private static Rect inside(Rect area, int columns, int rows) {
        int left = Math.clamp(area.x, 0, columns - 1);
        int top = Math.clamp(area.y, 0, rows - 1);
        int right = Math.clamp((long) area.x + area.width, left + 1, columns);
        int bottom = Math.clamp((long) area.y + area.height, top + 1, rows);
        return new Rect(left, top, right - left, bottom - top);
    }
}
