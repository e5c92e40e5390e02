package io.janua.audit.transparency;

import java.util.Arrays;

/** The hashes of one tile, and those of the nodes above them, computed when first asked for. */
final class Tile {

    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;

    private final byte[] hashes;
    private final byte[][][] nodes = new byte[HEIGHT + 1][][];

    /** @param hashes a multiple of 32 bytes, as many as the tile has hashes */
    Tile(byte[] hashes) {
        this.hashes = hashes;
        for (int height = 0; height <= HEIGHT; height++) {
            nodes[height] = new byte[count() >> height][];
        }
    }

    int count() {
        return hashes.length / MerkleHash.BYTES;
    }

    byte[] hashes() {
        return hashes;
    }

    /** @param height above the tile's own hashes, 0 to 8 */
    byte[] hash(int height, int index) {
        byte[] known = nodes[height][index];
        if (known == null) {
            known = height == 0
                    ? Arrays.copyOfRange(hashes, index * MerkleHash.BYTES, (index + 1) * MerkleHash.BYTES)
                    : MerkleHash.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
            nodes[height][index] = known;
        }
        return known;
    }
}
