package io.janua.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Fills galleries up with people who do not exist, past the service, as if it had enrolled them. */
final class LargeGallery {

    private static final String FILLER = """
            CREATE TEMPORARY TABLE filler (
                n integer, embedding halfvec, subject uuid DEFAULT gen_random_uuid(), sample uuid DEFAULT gen_random_uuid())""";
    private static final String COPY = "COPY filler (n, embedding) FROM STDIN (FORMAT binary)";

    /** Copies of somebody who is enrolled already, under other ids and with other templates. */
    private static final List<String> FILL_UP = List.of("""
            INSERT INTO subject (id, tenant_id, gallery_id, external_id, attributes, status, created_at, updated_at)
            SELECT f.subject, t.tenant_id, g.id, 'filler-' || f.n, '{}', 'ACTIVE', now(), now()
            FROM filler f JOIN target g ON g.number = f.n % g.of, model_template t""", """
            INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, created_at)
            SELECT f.sample, s.tenant_id, g.id, f.subject, s.description, false, now()
            FROM filler f JOIN target g ON g.number = f.n % g.of,
                model_template t JOIN sample s ON s.id = t.sample_id""", """
            INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, embedding, secret)
            SELECT gen_random_uuid(), t.tenant_id, g.id, f.subject, f.sample, t.model, f.embedding, t.secret
            FROM filler f JOIN target g ON g.number = f.n % g.of, model_template t""");

    private static final String ONE_TARGET = """
            CREATE TEMPORARY TABLE target AS SELECT 0 AS number, 1 AS of, id FROM gallery WHERE name = '%s'""";

    private static final List<String> NEW_TARGETS = List.of("""
            CREATE TEMPORARY TABLE target AS
            SELECT number, %1$d AS of, gen_random_uuid() AS id FROM generate_series(0, %1$d - 1) number""", """
            INSERT INTO gallery SELECT (jsonb_populate_record(g, jsonb_build_object(
                'id', t.id, 'name', g.name || '-' || t.number))).* FROM gallery g, target t WHERE g.name = '%2$s'""");

    private static final String MODEL_TEMPLATE = """
            CREATE TEMPORARY TABLE model_template AS
            SELECT t.* FROM template t JOIN gallery g ON g.id = t.gallery_id WHERE g.name = '%s' LIMIT 1""";

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FIELDS = 2;
    private static final int DIMENSIONS_AND_UNUSED = 2 * Short.BYTES;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int DRAWN_AT_ONCE = 10_000;

    private LargeGallery() {}

    /**
     * @param gallery with somebody in it
     * @return seconds that it took
     */
    static double fill(BenchDatabase database, String gallery, SearchSet people) {
        return fill(database, gallery, people, List.of(ONE_TARGET.formatted(gallery)));
    }

    /**
     * Galleries like one that has somebody in it, named after it and a number from 0 on. Each gets its share of the people.
     *
     * @return seconds that it took
     */
    static double fillOthers(BenchDatabase database, String like, int galleries, SearchSet people) {
        List<String> targets =
                NEW_TARGETS.stream().map(sql -> sql.formatted(galleries, like)).toList();
        return fill(database, like, people, targets);
    }

    private static double fill(BenchDatabase database, String gallery, SearchSet people, List<String> targets) {
        long begin = System.nanoTime();
        try (Connection connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(MODEL_TEMPLATE.formatted(gallery));
            for (String sql : targets) {
                statement.execute(sql);
            }
            statement.execute(FILLER);
            copy(connection, people);
            for (String sql : FILL_UP) {
                statement.execute(sql);
            }
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException failed) {
            throw new IllegalStateException("the gallery could not be filled up", failed);
        } catch (IOException broken) {
            throw new UncheckedIOException("the gallery could not be filled up", broken);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void copy(Connection connection, SearchSet people) throws SQLException, IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY), BUFFER_BYTES))) {
            out.write(HEADER);
            for (long start = 0; start < people.count(); start += DRAWN_AT_ONCE) {
                long end = Math.min(people.count(), start + DRAWN_AT_ONCE);
                List<float[]> drawn = LongStream.range(start, end)
                        .parallel()
                        .mapToObj(people::template)
                        .toList();
                for (int i = 0; i < drawn.size(); i++) {
                    writeRow(out, (int) start + i, drawn.get(i));
                }
            }
            out.writeShort(-1);
        }
    }

    /** As PostgreSQL's documentation of COPY has its binary format, and pgvector's halfvec_recv a vector's. */
    private static void writeRow(DataOutputStream out, int number, float[] template) throws IOException {
        out.writeShort(FIELDS);
        out.writeInt(Integer.BYTES);
        out.writeInt(number);
        out.writeInt(DIMENSIONS_AND_UNUSED + template.length * Short.BYTES);
        out.writeShort(template.length);
        out.writeShort(0);
        for (float coordinate : template) {
            out.writeShort(Float.floatToFloat16(coordinate));
        }
    }
}
