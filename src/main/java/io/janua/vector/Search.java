package io.janua.vector;

import java.util.List;
import java.util.UUID;

/** One probe on its way through the blocks of a {@link TemplateSet}. */
final class Search {

    static final double DEVIATIONS = 4;

    /** More than these too close to tell: scoring them all is the better search. */
    private static final int MOST = 4096;

    /** An eighth of a block: of the eight vectors so far from each other mostly none has a chance. */
    private static final int FOLD = TemplateBlock.SIZE / 8;

    private final ProbeBits coarse;
    private final ProbeBits fine;
    private final Estimate first;
    private final Estimate last;
    private final double tolerance;
    private final Nearest nearest;
    private final int[] sums = new int[TemplateBlock.SIZE];
    private final int[] highest = new int[FOLD];
    private double bar = Double.NEGATIVE_INFINITY;
    private int cut = Integer.MIN_VALUE;

    Search(Quantiser quantiser, float[] probe, int wanted) {
        this.coarse = new ProbeBits(probe, quantiser.words(), TemplateBlock.COARSE);
        this.fine = new ProbeBits(probe, quantiser.words(), TemplateBlock.FINE);
        this.first = new Estimate(quantiser, coarse, TemplateBlock.SCANNED);
        this.last = new Estimate(quantiser, fine, Quantiser.PLANES);
        this.tolerance = DEVIATIONS * last.error;
        this.nearest = new Nearest(wanted, 2 * tolerance, MOST);
    }

    /** @return whether there is still room for all who are too close to tell */
    boolean look(TemplateBlock block, int slots) {
        block.scan(coarse, sums);
        findHighest();
        for (int first = 0; first < FOLD; first++) {
            if (highest[first] >= cut && !lookCloser(block, first, slots)) {
                return false;
            }
        }
        return true;
    }

    Proposals proposals() {
        return new Proposals(List.copyOf(nearest.owners()), nearest.last() - tolerance);
    }

    /** The JVM makes vector instructions of this, and not of a search for those above the cut. */
    private void findHighest() {
        for (int first = 0; first < FOLD; first++) {
            int one = Math.max(sums[first], sums[first + FOLD]);
            int two = Math.max(sums[first + 2 * FOLD], sums[first + 3 * FOLD]);
            int three = Math.max(sums[first + 4 * FOLD], sums[first + 5 * FOLD]);
            int four = Math.max(sums[first + 6 * FOLD], sums[first + 7 * FOLD]);
            highest[first] = Math.max(Math.max(one, two), Math.max(three, four));
        }
    }

    private boolean lookCloser(TemplateBlock block, int first, int slots) {
        for (int slot = first; slot < slots; slot += FOLD) {
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
