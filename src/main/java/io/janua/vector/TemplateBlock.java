package io.janua.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * Up to {@value #SIZE} vectors beside each other off the heap. The first bits of all of them come first, plane by plane
 * and word by word, because all are looked at; then, vector by vector, the other bits and whose it is, because few are.
 *
 * <p>One thread writes, any number read what {@link TemplateSet} has told them of.
 */
final class TemplateBlock {

    /** Its sums fit into a processor's first cache, its first bits are long enough to be fetched ahead. */
    static final int SIZE = 4096;

    /** Planes of which all vectors are looked at. */
    static final int SCANNED = 3;

    /** Bits of the probe where all vectors are looked at. */
    static final int COARSE = 4;

    /** Every second coordinate is the least above the middle, the others the greatest below it. */
    private static final long ABOVE = 0xAAAA_AAAA_AAAA_AAAAL;

    /** A cache line of every machine this runs on. */
    private static final int ALIGNMENT = 64;

    private final int words;
    private final int rowLength;
    private final LongBuffer memory;

    /** @throws OutOfMemoryError when the JVM's limit of direct memory is reached */
    TemplateBlock(int words) {
        this.words = words;
        this.rowLength = rowLength(words);
        this.memory = ByteBuffer.allocateDirect((int) bytes(words) + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    static long bytes(int words) {
        return ((long) SCANNED * words + rowLength(words)) * SIZE * Long.BYTES;
    }

    void put(int slot, UUID owner, float[] vector, Quantiser quantiser) {
        long[] bits = new long[Quantiser.PLANES];
        for (int word = 0; word < words; word++) {
            Arrays.fill(bits, 0);
            int end = Math.min(vector.length, (word + 1) * Long.SIZE);
            for (int i = word * Long.SIZE; i < end; i++) {
                int code = quantiser.encode(vector[i]);
                for (int plane = 0; plane < Quantiser.PLANES; plane++) {
                    bits[plane] |= (long) ((code >> (Quantiser.PLANES - 1 - plane)) & 1) << i;
                }
            }
            for (int plane = 0; plane < Quantiser.PLANES; plane++) {
                memory.put(at(plane, word, slot), bits[plane]);
            }
        }
        setOwner(slot, owner);
    }

    UUID owner(int slot) {
        int index = ownerAt(slot);
        return new UUID(memory.get(index), memory.get(index + 1));
    }

    void setOwner(int slot, UUID owner) {
        int index = ownerAt(slot);
        memory.put(index, owner.getMostSignificantBits());
        memory.put(index + 1, owner.getLeastSignificantBits());
    }

    /** Leaves what is far from every probe. Zeros would be near those of which most coordinates are negative. */
    void erase(int slot) {
        for (int plane = 0; plane < Quantiser.PLANES; plane++) {
            for (int word = 0; word < words; word++) {
                memory.put(at(plane, word, slot), plane == 0 ? ABOVE : ~ABOVE);
            }
        }
    }

    /**
     * The first bits' sums with a probe of {@value #COARSE} bits, of all vectors. The JVM makes vector instructions of
     * the inner loop, popcount included, where the processor has them. Reading further bits only of those vectors whose
     * first one leaves them a chance took longer: they are one in six, and memory is slow unless it is read in a row
     * ({@code ./janua bench search}).
     *
     * @param sums of {@value #SIZE}, overwritten
     */
    void scan(ProbeBits probe, int[] sums) {
        Arrays.fill(sums, 0);
        for (int plane = 0; plane < SCANNED; plane++) {
            for (int slot = 0; slot < SIZE; slot++) {
                sums[slot] <<= 1;
            }
            for (int word = 0; word < words; word++) {
                add(at(plane, word, 0), probe, word * COARSE, sums);
            }
        }
    }

    private void add(int column, ProbeBits probe, int of, int[] sums) {
        long first = probe.planes[of];
        long second = probe.planes[of + 1];
        long third = probe.planes[of + 2];
        long fourth = probe.planes[of + 3];
        for (int slot = 0; slot < SIZE; slot++) {
            long bits = memory.get(column + slot);
            sums[slot] += Long.bitCount(bits & first)
                    + (Long.bitCount(bits & second) << 1)
                    + (Long.bitCount(bits & third) << 2)
                    - (Long.bitCount(bits & fourth) << 3);
        }
    }

    /** Of a plane, 64 coordinates of a vector. */
    long bits(int plane, int word, int slot) {
        return memory.get(at(plane, word, slot));
    }

    private int at(int plane, int word, int slot) {
        return plane < SCANNED
                ? (plane * words + word) * SIZE + slot
                : SCANNED * words * SIZE + slot * rowLength + (plane - SCANNED) * words + word;
    }

    private int ownerAt(int slot) {
        return at(Quantiser.PLANES, 0, slot);
    }

    /** The other bits and a UUID. */
    private static int rowLength(int words) {
        return (Quantiser.PLANES - SCANNED) * words + 2;
    }
}
