package io.janua.vision.opencv;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * The machine's libjpeg-turbo, where it is installed (TurboJPEG API, version 2 and later). It decodes to the same pixels
 * as the copy inside of OpenCV, which was built without SIMD instructions, in less than half of the time
 * (docs/adr/0012-the-machines-libjpeg-turbo.md).
 */
final class TurboJpeg {

    private static final String LIBRARY = "libturbojpeg.so.0";
    private static final int PIXEL_FORMAT_BGR = 1;
    private static final int LIMIT_SCANS = 1 << 15;

    private final MethodHandle open;
    private final MethodHandle readHeader;
    private final MethodHandle decompress;
    private final MethodHandle close;

    private TurboJpeg(SymbolLookup library) {
        open = function(library, "tjInitDecompress", FunctionDescriptor.of(ADDRESS));
        readHeader = function(
                library,
                "tjDecompressHeader3",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        decompress = function(
                library,
                "tjDecompress2",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
                        JAVA_INT));
        close = function(library, "tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /** Empty where the machine has no such library, and in an executable that was built without calls of C. */
    static Optional<TurboJpeg> load() {
        try {
            return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(LIBRARY, Arena.global())));
        } catch (IllegalArgumentException | UnsatisfiedLinkError | UnsupportedOperationException absent) {
            return Optional.empty();
        }
    }

    /**
     * @param reduction 1, 2, 4 or 8: so many pixels of the file, across and down, become one
     * @param target a continuous matrix of the picture's size divided by the reduction, three channels of 8 bits
     * @return false when the file needs a more patient decoder: CMYK, damage, or bytes after its end
     */
    boolean decode(byte[] jpeg, int reduction, Mat target) {
        MemorySegment decoder = null;
        try (Arena arena = Arena.ofConfined()) {
            decoder = (MemorySegment) open.invokeExact();
            MemorySegment file = arena.allocate(jpeg.length);
            MemorySegment.copy(jpeg, 0, file, JAVA_BYTE, 0, jpeg.length);
            if (!fills(target, reduction, decoder, file, arena)) {
                return false;
            }
            int failed = (int) decompress.invokeExact(
                    decoder,
                    file,
                    (long) jpeg.length,
                    MemorySegment.ofAddress(target.dataAddr()),
                    target.cols(),
                    (int) target.step1(),
                    target.rows(),
                    PIXEL_FORMAT_BGR,
                    LIMIT_SCANS);
            return failed == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("TurboJPEG cannot be called", impossible);
        } finally {
            destroy(decoder);
        }
    }

    /** A smaller picture would leave a part of the target as it was, and its memory held something before. */
    private boolean fills(Mat target, int reduction, MemorySegment decoder, MemorySegment file, Arena arena)
            throws Throwable {
        MemorySegment width = arena.allocate(JAVA_INT);
        MemorySegment height = arena.allocate(JAVA_INT);
        MemorySegment unused = arena.allocate(JAVA_INT, 2);
        int failed = (int) readHeader.invokeExact(
                decoder, file, file.byteSize(), width, height, unused, unused.asSlice(Integer.BYTES));
        return failed == 0
                && width.get(JAVA_INT, 0) == reduction * target.cols()
                && height.get(JAVA_INT, 0) == reduction * target.rows();
    }

    private void destroy(MemorySegment decoder) {
        if (decoder == null) {
            return;
        }
        try {
            int ignored = (int) close.invokeExact(decoder);
        } catch (Throwable impossible) {
            throw new IllegalStateException("TurboJPEG cannot be called", impossible);
        }
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor signature) {
        MemorySegment address = library.find(name)
                .orElseThrow(() -> new IllegalArgumentException("%s has no %s".formatted(LIBRARY, name)));
        return Linker.nativeLinker().downcallHandle(address, signature);
    }
}
