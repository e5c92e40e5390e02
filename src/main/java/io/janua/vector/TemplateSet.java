package io.janua.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Quantised unit vectors off the heap, each of an owner who may have several. It says who may be nearest to a probe, not
 * how near: scores are for whoever has the vectors themselves.
 *
 * <p>A search looks at the first three bits of every coordinate of all vectors, and at all bits of those that can still be
 * among the best then. An estimate rules a vector out when it is {@value Search#DEVIATIONS}
 * standard deviations too low, so one that belongs to the best by a hair is missed once in 30,000 times, and one that is
 * better by more than a hair never.
 *
 * <p>One thread at a time adds and removes. Searches go on meanwhile: they see what was there when they began, and of
 * what is added or removed while they run some or nothing.
 */
public final class TemplateSet implements AutoCloseable {

    static final UUID NOBODY = new UUID(0, 0);

    private static final long MUCH = 64L << 20;

    private final Quantiser quantiser;
    private volatile List<TemplateBlock> blocks = List.of();
    private volatile int filled;
    private int removed;
    private volatile boolean closed;

    /**
     * @param dimension of the vectors; a coordinate of them, times its root, should be about standard normal, which a
     *     random rotation sees to
     */
    public TemplateSet(int dimension) {
        this.quantiser = new Quantiser(dimension);
    }

    /** Memory for so many vectors, in bytes. */
    public static long bytes(int dimension, long vectors) {
        long blocks = (vectors + TemplateBlock.SIZE - 1) / TemplateBlock.SIZE;
        return blocks * TemplateBlock.bytes(new Quantiser(dimension).words());
    }

    public long bytes() {
        return blocks.size() * TemplateBlock.bytes(quantiser.words());
    }

    /** Vectors, without those removed. */
    public int size() {
        return filled - removed;
    }

    /** Vectors that were ever added; the room of those removed is not used again. */
    public int filled() {
        return filled;
    }

    /** @param vector of unit length; not kept */
    public void add(UUID owner, float[] vector) {
        if (vector.length != quantiser.dimension()) {
            throw new IllegalArgumentException(
                    "a vector of %d dimensions is not one of %d".formatted(vector.length, quantiser.dimension()));
        }
        int slot = filled % TemplateBlock.SIZE;
        if (slot == 0) {
            List<TemplateBlock> more = new ArrayList<>(blocks);
            more.add(new TemplateBlock(quantiser.words()));
            blocks = more;
        }
        blocks.getLast().put(slot, owner, vector, quantiser);
        filled++;
    }

    /** All vectors of these owners. */
    public void remove(Set<UUID> owners) {
        for (int index = 0; index < filled; index++) {
            TemplateBlock block = blocks.get(index / TemplateBlock.SIZE);
            int slot = index % TemplateBlock.SIZE;
            if (owners.contains(block.owner(slot))) {
                block.setOwner(slot, NOBODY);
                block.erase(slot);
                removed++;
            }
        }
    }

    /**
     * @param probe of unit length, turned as the vectors are
     * @param wanted owners, at least 1
     * @return at least the best of them; empty when too many are too close to tell, and when this is closed
     */
    public Optional<Proposals> nearest(float[] probe, int wanted) {
        List<TemplateBlock> seen = blocks;
        // After that, because closing takes them away after it has said so.
        if (closed) {
            return Optional.empty();
        }
        var search = new Search(quantiser, seen, probe, wanted);
        int end = Math.min(filled, seen.size() * TemplateBlock.SIZE);
        for (int start = 0; start < end; start += TemplateBlock.SIZE) {
            if (!search.look(start / TemplateBlock.SIZE, Math.min(TemplateBlock.SIZE, end - start))) {
                return Optional.empty();
            }
        }
        return search.proposals();
    }

    /** Searches that run go on. */
    @Override
    public void close() {
        long bytes = bytes();
        closed = true;
        blocks = List.of();
        if (bytes >= MUCH) {
            // The collector gives it back, and sees no reason to look for it in a heap that is small.
            System.gc();
        }
    }
}
