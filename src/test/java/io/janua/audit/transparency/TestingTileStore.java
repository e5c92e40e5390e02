package io.janua.audit.transparency;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tiles in memory; counts what is written. */
final class TestingTileStore implements TileStore {

    private final Map<String, byte[]> tiles = new HashMap<>();
    private int writes;

    @Override
    public Optional<byte[]> read(int level, long index) {
        return Optional.ofNullable(tiles.get(level + "/" + index)).map(byte[]::clone);
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
        writes++;
        tiles.put(level + "/" + index, hashes.clone());
    }

    int writes() {
        return writes;
    }
}
