package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162, section 2.1, word for word and slow; the measure for everything faster. */
record DefinedTree(List<byte[]> leafHashes) implements Subtrees {

    static DefinedTree of(int size) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleHash.leaf(new byte[] {(byte) (i >> 16), (byte) (i >> 8), (byte) i}));
        }
        return new DefinedTree(leaves);
    }

    @Override
    public byte[] hash(int level, long index) {
        int leaves = 1 << level;
        int begin = Math.toIntExact(index) * leaves;
        return root(leafHashes.subList(begin, begin + leaves));
    }

    byte[] root(int size) {
        return root(leafHashes.subList(0, size));
    }

    List<byte[]> path(int index, int size) {
        return path(index, leafHashes.subList(0, size));
    }

    List<byte[]> proof(int from, int to) {
        return from == 0 ? List.of() : subproof(from, leafHashes.subList(0, to), true);
    }

    private static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> MerkleHash.empty();
            case 1 -> leaves.getFirst();
            default -> MerkleHash.node(root(left(leaves)), root(right(leaves)));
        };
    }

    private static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = left(leaves).size();
        return index < k
                ? with(path(index, left(leaves)), root(right(leaves)))
                : with(path(index - k, right(leaves)), root(left(leaves)));
    }

    private static List<byte[]> subproof(int from, List<byte[]> leaves, boolean known) {
        if (from == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = left(leaves).size();
        return from <= k
                ? with(subproof(from, left(leaves), known), root(right(leaves)))
                : with(subproof(from - k, right(leaves), false), root(left(leaves)));
    }

    private static List<byte[]> left(List<byte[]> leaves) {
        return leaves.subList(0, Integer.highestOneBit(leaves.size() - 1));
    }

    private static List<byte[]> right(List<byte[]> leaves) {
        return leaves.subList(Integer.highestOneBit(leaves.size() - 1), leaves.size());
    }

    private static List<byte[]> with(List<byte[]> hashes, byte[] last) {
        var more = new ArrayList<>(hashes);
        more.add(last);
        return more;
    }
}
