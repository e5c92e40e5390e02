package io.janua.audit;

import io.janua.audit.transparency.TileStore;
import io.janua.database.Sql;
import java.util.Optional;

/** The tiles of one tenant's tree, in the database. */
record DatabaseTiles(Sql sql, String tenant) implements TileStore {

    private static final String READ = "SELECT hashes FROM audit_tile WHERE tenant_id = ? AND level = ? AND index = ?";

    private static final String WRITE = """
            INSERT INTO audit_tile (tenant_id, level, index, hashes) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, level, index) DO UPDATE SET hashes = excluded.hashes""";

    @Override
    public Optional<byte[]> read(int level, long index) {
        return sql.query(READ, row -> row.getBytes(1), tenant, level, index).stream()
                .findFirst();
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
        sql.update(WRITE, tenant, level, index, hashes);
    }
}
