package io.janua.audit.transparency;

/** The complete subtrees of a Merkle tree, of which every root and proof is made. */
public interface Subtrees {

    /**
     * @param level the subtree has 2^level leaves
     * @param index its place among the subtrees of its level, from 0
     * @return 32 bytes, which the caller leaves as they are
     * @throws IndexOutOfBoundsException when the tree has no such subtree, or not all of its leaves yet
     */
    byte[] hash(int level, long index);
}
