package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Roots and proofs of a Merkle tree, after the definitions in RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1. A range
 * of leaves {@code [begin, end)} begins, in all of them, at a multiple of the largest power of two in it.
 */
public final class MerkleTree {

    private MerkleTree() {}

    public static byte[] root(Subtrees tree, long size) {
        Objects.checkFromToIndex(0, size, Long.MAX_VALUE);
        return size == 0 ? MerkleHash.empty() : range(tree, 0, size);
    }

    /** The path from the leaf to the root of the first {@code size} leaves, nearest first. */
    public static List<byte[]> inclusionProof(Subtrees tree, long index, long size) {
        Objects.checkIndex(index, size);
        var path = new ArrayList<byte[]>();
        addPath(path, tree, index, 0, size);
        return path;
    }

    /**
     * What proves that the first {@code from} leaves of the tree of {@code to} leaves are the tree of {@code from};
     * empty when there is nothing to prove, from size 0 and between equal sizes.
     */
    public static List<byte[]> consistencyProof(Subtrees tree, long from, long to) {
        Objects.checkFromToIndex(0, from, to);
        var path = new ArrayList<byte[]>();
        if (from > 0) {
            addConsistency(path, tree, from, 0, to, true);
        }
        return path;
    }

    private static void addPath(List<byte[]> path, Subtrees tree, long index, long begin, long end) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + largestPowerOfTwoBelow(end - begin);
        if (index < middle) {
            addPath(path, tree, index, begin, middle);
            path.add(range(tree, middle, end));
        } else {
            addPath(path, tree, index, middle, end);
            path.add(range(tree, begin, middle));
        }
    }

    /** @param rootIsKnown whether the verifier has this range's root already, as that of the older tree */
    private static void addConsistency(
            List<byte[]> path, Subtrees tree, long from, long begin, long end, boolean rootIsKnown) {
        if (from == end) {
            if (!rootIsKnown) {
                path.add(range(tree, begin, end));
            }
            return;
        }
        long middle = begin + largestPowerOfTwoBelow(end - begin);
        if (from <= middle) {
            addConsistency(path, tree, from, begin, middle, rootIsKnown);
            path.add(range(tree, middle, end));
        } else {
            addConsistency(path, tree, from, middle, end, false);
            path.add(range(tree, begin, middle));
        }
    }

    private static byte[] range(Subtrees tree, long begin, long end) {
        long leaves = end - begin;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return tree.hash(level, begin >> level);
        }
        long middle = begin + largestPowerOfTwoBelow(leaves);
        return MerkleHash.node(range(tree, begin, middle), range(tree, middle, end));
    }

    private static long largestPowerOfTwoBelow(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
