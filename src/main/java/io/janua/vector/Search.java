package io.janua.vector;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One probe on its way through the blocks of a {@link TemplateSet}. */
final class Search {

    static final double DEVIATIONS = 4;

    /** More than these too close to tell: scoring them all is the better search. */
    private static final int MOST = 4096;

    /** An eighth of a block: of the eight vectors so far from each other mostly none has a chance. */
    private static final int FOLD = TemplateBlock.SIZE / 8;

    private final List<TemplateBlock> blocks;
    private final ProbeBits coarse;
    private final ProbeBits fine;
    private final Estimate first;
    private final Estimate last;
    private final double tolerance;
    private final Nearest nearest;
    private final int[] sums = new int[TemplateBlock.SIZE];
    private final int[] highest = new int[FOLD];
    private final Undecided undecided = new Undecided(4 * TemplateBlock.SIZE);
    private final int[] taken = new int[Rows.COUNT];
    private final Rows rows;
    private double bar = Double.NEGATIVE_INFINITY;
    private int likely = Integer.MIN_VALUE;
    private int cut = Integer.MIN_VALUE;

    Search(Quantiser quantiser, List<TemplateBlock> blocks, float[] probe, int wanted) {
        this.blocks = blocks;
        this.coarse = new ProbeBits(probe, quantiser.words(), TemplateBlock.COARSE);
        this.fine = new ProbeBits(probe, quantiser.words(), Rows.FINE);
        this.first = new Estimate(quantiser, coarse, TemplateBlock.SCANNED);
        this.last = new Estimate(quantiser, fine, Quantiser.PLANES);
        this.tolerance = DEVIATIONS * last.error;
        this.rows = new Rows(quantiser.words());
        this.nearest = new Nearest(wanted, 2 * tolerance, MOST);
    }

    /**
     * @param number of a block
     * @param slots of it that hold a vector
     * @return whether there is still room for all who are too close to tell
     */
    boolean look(int number, int slots) {
        if (undecided.room() < TemplateBlock.SIZE && !decide()) {
            return false;
        }
        blocks.get(number).scan(coarse, sums);
        findHighest();
        for (int first = 0; first < FOLD; first++) {
            if (highest[first] >= cut && !sift(number, first, slots)) {
                return false;
            }
        }
        return true;
    }

    /** @return empty where there is no room for all who are too close to tell */
    Optional<Proposals> proposals() {
        return decide()
                ? Optional.of(new Proposals(List.copyOf(nearest.owners()), nearest.last() - tolerance))
                : Optional.empty();
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

    /** Who seems to be among the best is looked at now, which raises the cut; who only might be waits for that. */
    private boolean sift(int number, int first, int slots) {
        for (int slot = first; slot < slots; slot += FOLD) {
            if (sums[slot] >= likely) {
                rows.copy(blocks.get(number), slot, 0);
                if (!offer(number * TemplateBlock.SIZE + slot, 0)) {
                    return false;
                }
            } else if (sums[slot] >= cut) {
                undecided.add(number * TemplateBlock.SIZE + slot, sums[slot]);
            }
        }
        return true;
    }

    private boolean decide() {
        undecided.drop(cut);
        for (int count = undecided.take(taken); count > 0; count = undecided.take(taken)) {
            for (int i = 0; i < count; i++) {
                rows.copy(block(taken[i]), slot(taken[i]), i);
            }
            for (int i = 0; i < count; i++) {
                if (!offer(taken[i], i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean offer(int vector, int row) {
        double score = last.of(rows.sum(row, fine));
        if (score < bar - 2 * tolerance) {
            return true;
        }
        UUID owner = block(vector).owner(slot(vector));
        if (owner.equals(TemplateSet.NOBODY)) {
            return true;
        }
        boolean room = nearest.offer(owner, score);
        if (nearest.last() > bar) {
            bar = nearest.last();
            likely = first.atLeast(bar);
            cut = first.atLeast(bar - tolerance - DEVIATIONS * first.error);
        }
        return room;
    }

    private TemplateBlock block(int vector) {
        return blocks.get(vector / TemplateBlock.SIZE);
    }

    private static int slot(int vector) {
        return vector % TemplateBlock.SIZE;
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
