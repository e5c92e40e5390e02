package io.janua.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures of people who do not exist, and pictures made from them. */
public final class TestPictures {

    /** Recognised as two people, each in two pictures: {@code 1.jpg} and {@code 3.jpg}. */
    public static final String ALICE = "person-0000";

    public static final String BOB = "person-0001";

    private TestPictures() {}

    /** @param name for example {@code person-0000/1.jpg} */
    public static byte[] synthetic(String name) {
        return resource("/synthetic-people/" + name);
    }

    /**
     * The same people, taken one right after the other: {@code front}, {@code left} and {@code right} (their own, by 35
     * degrees).
     *
     * @param name for example {@code person-0000/left.jpg}
     */
    public static byte[] turned(String name) {
        return resource("/synthetic-people-turns/" + name);
    }

    private static byte[] resource(String path) {
        try (var stream = TestPictures.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no picture " + path);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of the folder pictures: formats that OpenCV reads but does not write. */
    public static byte[] picture(String name) {
        try (var stream = TestPictures.class.getResourceAsStream("/pictures/" + name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The picture turned so that its EXIF orientation turns it back. */
    public static byte[] withOrientation(byte[] picture, int orientation) {
        Mat mat = decode(picture);
        switch (orientation) {
            case 3 -> Core.rotate(mat, mat, Core.ROTATE_180);
            case 6 -> Core.rotate(mat, mat, Core.ROTATE_90_COUNTERCLOCKWISE);
            case 8 -> Core.rotate(mat, mat, Core.ROTATE_90_CLOCKWISE);
            default -> {}
        }
        byte[] jpeg = encode(mat, ".jpg");
        byte[] exif = HexFormat.of()
                .parseHex("ffe1002245786966000049492a00080000000100120103000100000000000000000000000000"
                        .substring(0, 72));
        exif[28] = (byte) orientation;
        var file = ByteBuffer.allocate(jpeg.length + exif.length);
        return file.put(jpeg, 0, 2).put(exif).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The same picture in a file of its own: with a comment (marker FFFE) before its first segment. */
    public static byte[] numbered(byte[] jpeg, int number) {
        return ByteBuffer.allocate(jpeg.length + 8)
                .put(jpeg, 0, 2)
                .putShort((short) 0xfffe)
                .putShort((short) 6)
                .putInt(number)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A small PNG that promises a size and holds almost nothing. */
    public static byte[] pngHeader(int width, int height) {
        byte[] png = flat(32, 32, ".png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var check = new CRC32();
        check.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
        return png;
    }

    /** A flat picture without a face. */
    public static byte[] flat(int width, int height, String extension) {
        nu.pattern.OpenCV.loadLocally();
        var mat = new Mat(height, width, CvType.CV_8UC3, Scalar.all(127));
        return encode(mat, extension);
    }

    /** The same picture in another format; {@code channels} 1 is grey, 4 has an opaque alpha channel. */
    public static byte[] converted(byte[] picture, String extension, int channels) {
        Mat mat = decode(picture);
        switch (channels) {
            case 1 -> Imgproc.cvtColor(mat, mat, Imgproc.COLOR_BGR2GRAY);
            case 4 -> Imgproc.cvtColor(mat, mat, Imgproc.COLOR_BGR2BGRA);
            default -> {}
        }
        return encode(mat, extension);
    }

    public static byte[] scaled(byte[] picture, double factor) {
        Mat mat = decode(picture);
        Imgproc.resize(mat, mat, new Size(), factor, factor, Imgproc.INTER_AREA);
        return encode(mat, ".jpg");
    }

    public static byte[] darkened(byte[] picture, double factor) {
        Mat mat = decode(picture);
        mat.convertTo(mat, -1, factor);
        return encode(mat, ".jpg");
    }

    /** Two pictures of equal size beside each other. */
    public static byte[] sideBySide(byte[] left, byte[] right) {
        var both = new Mat();
        Core.hconcat(List.of(decode(left), decode(right)), both);
        return encode(both, ".jpg");
    }

    public static Mat decode(byte[] picture) {
        nu.pattern.OpenCV.loadLocally();
        return Imgcodecs.imdecode(new MatOfByte(picture), Imgcodecs.IMREAD_COLOR);
    }

    public static byte[] encode(Mat mat, String extension) {
        var file = new MatOfByte();
        Imgcodecs.imencode(extension, mat, file);
        return file.toArray();
    }
}
