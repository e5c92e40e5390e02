package io.janua.vector;

/**
 * All bits of a few vectors, copied before they are used: memory is slow where it is not read in a row, and the processor
 * waits for many vectors at a time as long as it has nothing to calculate between them.
 */
final class Rows {

    /** As many as a processor asks its memory for at a time, and more. */
    static final int COUNT = 32;

    /** Bits of a probe where all bits of a vector are looked at. */
    static final int FINE = 8;

    private final int words;
    private final long[] bits;

    Rows(int words) {
        this.words = words;
        this.bits = new long[COUNT * words * Quantiser.PLANES];
    }

    void copy(TemplateBlock block, int slot, int row) {
        int to = begin(row);
        for (int word = 0; word < words; word++) {
            for (int plane = 0; plane < Quantiser.PLANES; plane++) {
                bits[to++] = block.bits(plane, word, slot);
            }
        }
    }

    /** A vector's sum in all its bits, with a probe of {@value #FINE} bits. */
    long sum(int row, ProbeBits probe) {
        int from = begin(row);
        long sum = 0;
        for (int word = 0; word < words; word++) {
            int of = word * FINE;
            long first = probe.planes[of];
            long second = probe.planes[of + 1];
            long third = probe.planes[of + 2];
            long fourth = probe.planes[of + 3];
            long fifth = probe.planes[of + 4];
            long sixth = probe.planes[of + 5];
            long seventh = probe.planes[of + 6];
            long eighth = probe.planes[of + 7];
            long ofWord = 0;
            for (int plane = 0; plane < Quantiser.PLANES; plane++) {
                long some = bits[from++];
                ofWord = 2 * ofWord
                        + Long.bitCount(some & first)
                        + (Long.bitCount(some & second) << 1)
                        + (Long.bitCount(some & third) << 2)
                        + (Long.bitCount(some & fourth) << 3)
                        + (Long.bitCount(some & fifth) << 4)
                        + (Long.bitCount(some & sixth) << 5)
                        + (Long.bitCount(some & seventh) << 6)
                        - (Long.bitCount(some & eighth) << 7);
            }
            sum += ofWord;
        }
        return sum;
    }

    private int begin(int row) {
        return row * words * Quantiser.PLANES;
    }
}
