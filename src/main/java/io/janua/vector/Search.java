package io.janua.vector;

import java.util.List;
import java.util.UUID;

/** One probe on its way through the blocks of a {@link TemplateSet}. */
final class Search {

    static final double DEVIATIONS = 4;

    /** Bits of the probe for those few of whom all bits are looked at. */
    private static final int FINE = 8;

    /** More than these too close to tell: scoring them all is the better search. */
    private static final int MOST = 4096;

    /** Vectors of whom mostly none has a chance; divides a block. */
    private static final int GROUP = 128;

    private final ProbeBits coarse;
    private final ProbeBits fine;
    private final Estimate first;
    private final Estimate last;
    private final double tolerance;
    private final Nearest nearest;
    private final int[] sums = new int[TemplateBlock.SIZE];
    private double bar = Double.NEGATIVE_INFINITY;
    private int cut = Integer.MIN_VALUE;

    Search(Quantiser quantiser, float[] probe, int wanted) {
        this.coarse = new ProbeBits(probe, quantiser.words(), TemplateBlock.COARSE);
        this.fine = new ProbeBits(probe, quantiser.words(), FINE);
        this.first = new Estimate(quantiser, coarse, TemplateBlock.SCANNED);
        this.last = new Estimate(quantiser, fine, Quantiser.PLANES);
        this.tolerance = DEVIATIONS * last.error;
        this.nearest = new Nearest(wanted, 2 * tolerance, MOST);
    }

    /** @return whether there is still room for all who are too close to tell */
    boolean look(TemplateBlock block, int slots) {
        block.scan(coarse, sums);
        for (int start = 0; start < slots; start += GROUP) {
            if (highest(start) >= cut && !lookCloser(block, start, Math.min(slots, start + GROUP))) {
                return false;
            }
        }
        return true;
    }

    Proposals proposals() {
        return new Proposals(List.copyOf(nearest.owners()), nearest.last() - tolerance);
    }

    /** The JVM makes vector instructions of this, and not of a search for those above the cut. */
    private int highest(int start) {
        int highest = Integer.MIN_VALUE;
        for (int slot = start; slot < start + GROUP; slot++) {
            highest = Math.max(highest, sums[slot]);
        }
        return highest;
    }

    private boolean lookCloser(TemplateBlock block, int start, int end) {
        for (int slot = start; slot < end; slot++) {
            if (sums[slot] >= cut && !offer(block, slot)) {
                return false;
            }
        }
        return true;
    }

    private boolean offer(TemplateBlock block, int slot) {
        double score = last.of(block.all(slot, fine));
        if (score < bar - 2 * tolerance) {
            return true;
        }
        UUID owner = block.owner(slot);
        if (owner.equals(TemplateSet.NOBODY)) {
            return true;
        }
        boolean room = nearest.offer(owner, score);
        if (nearest.last() > bar) {
            bar = nearest.last();
            cut = first.atLeast(bar - tolerance - DEVIATIONS * first.error);
        }
        return room;
    }

    /** What a sum over so many bits says of the score. */
    private static final class Estimate {

        final double error;
        private final double factor;
        private final double offset;

        Estimate(Quantiser quantiser, ProbeBits probe, int planes) {
            this.error = quantiser.error(planes, probe.step);
            this.factor = quantiser.factor(planes) * probe.step;
            this.offset = Quantiser.level(0, planes) * probe.sum;
        }

        double of(long sum) {
            return factor * (sum + offset);
        }

        int atLeast(double score) {
            return (int) Math.ceil(score / factor - offset);
        }
    }
}
