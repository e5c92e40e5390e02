package io.janua.vision.opencv;

import io.janua.problem.Problem;
import io.janua.problem.Problems;

/**
 * What a file's header promises, read without taking memory for pixels.
 *
 * @param width before the orientation is applied
 * @param alpha the file has an alpha channel that must be laid on a background
 * @param orientation of a JPEG, by its EXIF data; 1 otherwise
 */
record ImageHeader(Format format, int width, int height, boolean alpha, int orientation) {

    /** A JPEG can be decoded so that this many of its pixels, across and down, become one. */
    private static final int[] REDUCTIONS = {8, 4, 2};

    /** A progressive photograph has about ten; each one costs a pass over all pixels. */
    private static final int MAX_SCANS = 100;

    /** The formats that are taken. */
    enum Format {
        JPEG,
        PNG,
        WEBP
    }

    /**
     * @throws Problem when the bytes are not JPEG, PNG or WebP, end too early, or contradict themselves
     */
    static ImageHeader read(byte[] file) {
        var bytes = new HeaderBytes(file);
        try {
            if (bytes.startsWith(0, 0xFF, 0xD8, 0xFF)) {
                return jpeg(bytes);
            }
            if (bytes.startsWith(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
                return png(bytes);
            }
            if (bytes.startsWith(0, 'R', 'I', 'F', 'F') && bytes.startsWith(8, 'W', 'E', 'B', 'P')) {
                return webp(bytes);
            }
        } catch (IndexOutOfBoundsException endsTooEarly) {
            throw Problems.imageTruncated();
        }
        throw Problems.imageTypeUnsupported();
    }

    /** Whether a decoded picture has the promised size, upright or not. */
    boolean matches(int columns, int rows) {
        return columns == width && rows == height || columns == height && rows == width;
    }

    /**
     * The coarsest reduction at which nothing that is needed is lost: 1, 2, 4 or 8. It divides both sides, so that no
     * pixel stands for less than the others and places are exact.
     *
     * @param share how many pixels are needed, across or down, of all that the file has; above 1 for all of them
     */
    int reductionTo(double share) {
        if (format == Format.JPEG) {
            for (int reduction : REDUCTIONS) {
                if (width % reduction == 0 && height % reduction == 0 && reduction * share <= 1) {
                    return reduction;
                }
            }
        }
        return 1;
    }

    long pixels() {
        return (long) width * height;
    }

    /**
     * Walks the markers from start to end of image (ITU-T T.81, annex B). libjpeg would fill what is missing with grey
     * and only warn, so a cut-off file has to be found here.
     */
    private static ImageHeader jpeg(HeaderBytes bytes) {
        ImageHeader header = null;
        int orientation = ExifOrientation.UPRIGHT;
        int scans = 0;
        int at = 2;
        while (true) {
            int marker = bytes.unsigned8(at + 1);
            if (bytes.unsigned8(at) != 0xFF) {
                throw Problems.imageCorrupt();
            }
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xD9) {
                if (header == null) {
                    throw Problems.imageCorrupt();
                }
                return new ImageHeader(Format.JPEG, header.width, header.height, false, orientation);
            }
            if (marker == 0xE1 && orientation == ExifOrientation.UPRIGHT) {
                orientation = ExifOrientation.read(bytes, at + 2);
            }
            int length = bytes.unsigned16(at + 2);
            // Markers without a length have no place here. libjpeg would read on behind them where this walk skips, and
            // the two would disagree about the picture's size.
            if (standsAlone(marker) || length < 2) {
                throw Problems.imageCorrupt();
            }
            if (header == null && startsFrame(marker)) {
                header = positive(Format.JPEG, bytes.unsigned16(at + 7), bytes.unsigned16(at + 5), false);
            }
            at += 2 + length;
            if (marker == 0xDA) {
                scans++;
                if (scans > MAX_SCANS) {
                    throw Problems.imageCompressionSuspicious();
                }
                at = bytes.nextJpegMarker(at);
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static boolean startsFrame(int marker) {
        // C4, C8 and CC lie in the range of the frame markers but define tables.
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Walks the chunks to IEND (ISO/IEC 15948). */
    private static ImageHeader png(HeaderBytes bytes) {
        if (!bytes.startsWith(12, 'I', 'H', 'D', 'R')) {
            throw Problems.imageCorrupt();
        }
        int colourType = bytes.unsigned8(25);
        boolean alpha = colourType == 4 || colourType == 6;
        long at = 8;
        while (!bytes.startsWith(Math.toIntExact(at) + 4, 'I', 'E', 'N', 'D')) {
            alpha |= bytes.startsWith((int) at + 4, 't', 'R', 'N', 'S');
            at += 12 + bytes.unsigned32((int) at);
            if (at > Integer.MAX_VALUE - 16) {
                throw Problems.imageTruncated();
            }
        }
        return positive(Format.PNG, bytes.unsigned32(16), bytes.unsigned32(20), alpha);
    }

    /** RFC 9649: the first chunk says which of three layouts the header has. */
    private static ImageHeader webp(HeaderBytes bytes) {
        long riffEnd = 8 + bytes.unsigned32LittleEndian(4);
        if (riffEnd > bytes.length()) {
            throw Problems.imageTruncated();
        }
        if (bytes.startsWith(12, 'V', 'P', '8', 'X')) {
            boolean alpha = (bytes.unsigned8(20) & 0x10) != 0;
            return positive(
                    Format.WEBP, 1 + bytes.unsigned24LittleEndian(24), 1 + bytes.unsigned24LittleEndian(27), alpha);
        }
        if (bytes.startsWith(12, 'V', 'P', '8', 'L')) {
            long packed = bytes.unsigned32LittleEndian(21);
            return positive(Format.WEBP, 1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF), (packed >> 28 & 1) == 1);
        }
        if (bytes.startsWith(12, 'V', 'P', '8', ' ')) {
            return positive(
                    Format.WEBP,
                    bytes.unsigned16LittleEndian(26) & 0x3FFF,
                    bytes.unsigned16LittleEndian(28) & 0x3FFF,
                    false);
        }
        throw Problems.imageCorrupt();
    }

    private static ImageHeader positive(Format format, long width, long height, boolean alpha) {
        if (width <= 0 || height <= 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Problems.imageCorrupt();
        }
        return new ImageHeader(format, (int) width, (int) height, alpha, ExifOrientation.UPRIGHT);
    }
}
