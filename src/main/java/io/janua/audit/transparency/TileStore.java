package io.janua.audit.transparency;

import java.util.Optional;

/**
 * Keeps a tree as tiles, as c2sp.org/tlog-tiles describes them. A tile is up to 256 hashes of 32 bytes, one after the
 * other; at level L each is the root of 256^L leaves. The last tile of a level may hold fewer; it is replaced when it
 * grows.
 */
public interface TileStore {

    Optional<byte[]> read(int level, long index);

    void write(int level, long index, byte[] hashes);
}
