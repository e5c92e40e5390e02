package io.janua.vector;

/**
 * A probe whose coordinates are whole numbers of a few bits, as planes: one long holds one bit of 64 coordinates, so a
 * product with a plane of a vector is an AND and a count of bits. Numbers are in two's complement, the highest plane
 * counts negatively.
 */
final class ProbeBits {

    /** Of word after word, the lowest plane first. */
    final long[] planes;

    final int bits;
    final double step;
    /** Of all coordinates. */
    final long sum;

    ProbeBits(float[] probe, int words, int bits) {
        this.bits = bits;
        this.planes = new long[words * bits];
        int highest = (1 << (bits - 1)) - 1;
        float largest = Float.MIN_NORMAL;
        for (float coordinate : probe) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        this.step = largest / (highest + 0.5);
        long total = 0;
        for (int i = 0; i < probe.length; i++) {
            int value = Math.clamp(Math.round(probe[i] / step), -highest - 1, highest);
            total += value;
            for (int bit = 0; bit < bits; bit++) {
                planes[i / Long.SIZE * bits + bit] |= (long) ((value >> bit) & 1) << i;
            }
        }
        this.sum = total;
    }
}
