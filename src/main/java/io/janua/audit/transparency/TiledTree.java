package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Merkle tree kept in tiles. For one thread; when the store fails in an append, the tree is to be opened anew at its
 * old size.
 */
public final class TiledTree implements Subtrees {

    // A proof walks one tile a level, and successive proofs walk the same ones: some 5 MB at most.
    private static final int TILES_REMEMBERED = 256;

    private final TileStore store;
    private long size;

    private final Map<Address, Tile> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, Tile> eldest) {
            return size() > TILES_REMEMBERED;
        }
    };

    /** @param size in leaves; the store may hold more, which then do not count */
    public TiledTree(TileStore store, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        this.store = store;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        return MerkleTree.root(this, size);
    }

    @Override
    public byte[] hash(int level, long index) {
        if (level < 0 || level >= Long.SIZE || index < 0 || index >= size >> level) {
            throw new IndexOutOfBoundsException(
                    "a tree of %d leaves has no subtree %d of level %d".formatted(size, index, level));
        }
        int height = level % Tile.HEIGHT;
        int within = Tile.HEIGHT - height;
        return tile(new Address(level / Tile.HEIGHT, index >> within))
                .hash(height, (int) (index & ((1 << within) - 1)));
    }

    /** @return the new size */
    public long append(List<byte[]> leafHashes) {
        long grown = Math.addExact(size, leafHashes.size());
        List<byte[]> hashes = leafHashes;
        for (int level = 0; !hashes.isEmpty(); level++) {
            hashes = extend(level, hashes);
        }
        size = grown;
        return size;
    }

    /** @return the roots of the tiles that this filled, which belong to the level above */
    private List<byte[]> extend(int level, List<byte[]> hashes) {
        var roots = new ArrayList<byte[]>();
        long count = countAt(level);
        for (int done = 0; done < hashes.size(); ) {
            var address = new Address(level, count / Tile.WIDTH);
            int filled = (int) (count % Tile.WIDTH);
            int added = Math.min(Tile.WIDTH - filled, hashes.size() - done);
            Tile tile = extended(address, filled, hashes.subList(done, done + added));
            store.write(level, address.index(), tile.hashes());
            remembered.put(address, tile);
            if (tile.count() == Tile.WIDTH) {
                roots.add(tile.hash(Tile.HEIGHT, 0));
            }
            count += added;
            done += added;
        }
        return roots;
    }

    private Tile extended(Address address, int filled, List<byte[]> more) {
        byte[] hashes = new byte[(filled + more.size()) * MerkleHash.BYTES];
        if (filled > 0) {
            System.arraycopy(tile(address).hashes(), 0, hashes, 0, filled * MerkleHash.BYTES);
        }
        for (int i = 0; i < more.size(); i++) {
            byte[] hash = more.get(i);
            if (hash.length != MerkleHash.BYTES) {
                throw new IllegalArgumentException("a leaf's hash has %d bytes".formatted(MerkleHash.BYTES));
            }
            System.arraycopy(hash, 0, hashes, (filled + i) * MerkleHash.BYTES, MerkleHash.BYTES);
        }
        return new Tile(hashes);
    }

    private Tile tile(Address address) {
        Tile known = remembered.get(address);
        if (known == null) {
            known = load(address);
            remembered.put(address, known);
        }
        return known;
    }

    private Tile load(Address address) {
        int count = (int) Math.min(Tile.WIDTH, countAt(address.level()) - address.index() * Tile.WIDTH);
        int bytes = count * MerkleHash.BYTES;
        byte[] stored = store.read(address.level(), address.index()).orElseGet(() -> new byte[0]);
        if (stored.length < bytes) {
            throw new IllegalStateException("tile %d/%d holds %d bytes where a tree of %d leaves needs %d"
                    .formatted(address.level(), address.index(), stored.length, size, bytes));
        }
        return new Tile(Arrays.copyOf(stored, bytes));
    }

    /** How many hashes the tiles of a level hold together. */
    private long countAt(int level) {
        return size >> (level * Tile.HEIGHT);
    }

    private record Address(int level, long index) {}
}
