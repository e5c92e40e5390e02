package io.janua.audit.transparency;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Checks proofs as RFC 9162 describes it, in sections 2.1.3.2 and 2.1.4.2. */
final class MerkleProof {

    private MerkleProof() {}

    /** Whether the leaf stands at {@code index} in the tree of {@code size} leaves with this root. */
    static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var climb = new Climb(index, size - 1);
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (climb.atTop()) {
                return false;
            }
            hash = climb.siblingIsLeft() ? MerkleHash.node(sibling, hash) : MerkleHash.node(hash, sibling);
            climb.up();
        }
        return climb.atTop() && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether the tree of {@code to} leaves begins with the tree of {@code from} leaves. RFC 9162 leaves open what
     * proves that a tree extends the empty one: nothing needs to.
     */
    static boolean isExtension(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, MerkleHash.empty());
        }
        if (from == to) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        var rest = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            rest.addFirst(fromRoot);
        }
        if (rest.isEmpty()) {
            return false;
        }
        var climb = new Climb(from - 1, to - 1);
        climb.skipWhileRight();
        byte[] older = rest.removeFirst();
        byte[] newer = older;
        for (byte[] sibling : rest) {
            if (climb.atTop()) {
                return false;
            }
            if (climb.siblingIsLeft()) {
                older = MerkleHash.node(sibling, older);
                newer = MerkleHash.node(sibling, newer);
            } else {
                newer = MerkleHash.node(newer, sibling);
            }
            climb.up();
        }
        return climb.atTop() && MessageDigest.isEqual(older, fromRoot) && MessageDigest.isEqual(newer, toRoot);
    }

    /**
     * The hashes in a proven path that lie left of the leaf, nearest first: together they are the tree of the
     * {@code index} leaves before it.
     */
    static List<byte[]> leftOf(long index, long size, List<byte[]> path) {
        var climb = new Climb(index, size - 1);
        var left = new ArrayList<byte[]>();
        for (byte[] sibling : path) {
            if (climb.siblingIsLeft()) {
                left.add(sibling);
            }
            climb.up();
        }
        return left;
    }

    /** A node's index and that of the last node, level by level: fn and sn of the RFC. */
    private static final class Climb {

        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atTop() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            // The last node of a level may have no sibling there; it rises until it has.
            if (node == last) {
                while (node != 0 && (node & 1) == 0) {
                    shift();
                }
            }
            shift();
        }

        void skipWhileRight() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        private void shift() {
            node >>= 1;
            last >>= 1;
        }
    }
}
