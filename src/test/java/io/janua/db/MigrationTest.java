package io.janua.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An installation of the first version is brought to the latest, with everything that is in it. */
class MigrationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOOKKEEPING = "flyway_schema_history";

    /** Columns that have another name since. */
    private static final Map<String, String> RENAMED = Map.of("sample_image.jpeg", "content");

    /** What belongs to no tenant; {@code tenant} itself is fenced by its id. */
    private static final List<String> WITHOUT_TENANT = List.of(BOOKKEEPING, "hook_task", "scheduled_tasks", "tenant");

    private static RehearsalDatabase database;
    private static Map<String, List<JsonNode>> before;

    @BeforeAll
    static void migrateAnInstallationOfTheFirstVersion() {
        database = RehearsalDatabase.create();
        database.migrateTo("001");
        database.addRowsOf("V001");
        before = rowsOfEveryTable();
        database.migrateTo("latest");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void everyTableOfTheFirstVersionIsRehearsed() {
        assertThat(before).isNotEmpty().allSatisfy((table, rows) -> assertThat(rows)
                .as("rows of %s", table)
                .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void everyRowIsStillThereWithEveryValue() {
        Map<String, List<JsonNode>> after = rowsOfEveryTable();

        before.forEach((table, rows) -> {
            assertThat(after.get(table)).as("rows of %s", table).hasSameSizeAs(rows);
            assertThat(rows).allSatisfy(row -> assertThat(after.get(table))
                    .as("%s of the first version", table)
                    .anySatisfy(now -> row.properties().forEach(value -> assertThat(
                                    now.get(RENAMED.getOrDefault(table + "." + value.getKey(), value.getKey())))
                            .isEqualTo(value.getValue()))));
        });
    }

    @Test
    void whatWasStoredPlainIsMarkedAsPlain() {
        assertThat(database.column("SELECT encrypted::text FROM sample_image"))
                .isNotEmpty()
                .containsOnly("false");
        assertThat(database.column("SELECT coalesce(secret::text, 'none') FROM template"))
                .isNotEmpty()
                .containsOnly("none");
    }

    @Test
    void keysAndTenantsGoOnWithoutLimits() {
        assertThat(database.column("SELECT id::text FROM api_key WHERE last_used_at IS NOT NULL"
                        + " OR previous_hash IS NOT NULL OR previous_until IS NOT NULL OR requests_per_minute IS NOT NULL"
                        + " OR certificate_thumbprint IS NOT NULL"))
                .isEmpty();
        assertThat(database.column("SELECT id FROM tenant WHERE requests_per_minute IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void keysOfAdministratorsPermitWhatIsNew_andOthersDoNot() {
        try (var installation = RehearsalDatabase.create()) {
            installation.migrateTo("003");
            installation.column("""
                    WITH made AS (INSERT INTO tenant (id, name) VALUES ('acme', 'Acme') RETURNING id)
                    INSERT INTO api_key (id, tenant_id, name, prefix, secret_hash, operations, created_at)
                    SELECT gen_random_uuid(), made.id, key.name, key.name, sha256(key.name::bytea), key.operations, now()
                    FROM made, (VALUES
                        ('administrator', ARRAY['detect', 'compare', 'verify', 'identify', 'enroll', 'faces.read',
                            'subjects.read', 'subjects.write', 'galleries.read', 'galleries.write', 'models.read',
                            'api-keys', 'consents.write', 'privacy.read', 'audit.read', 'keys.rotate', 'system.read']),
                        ('turnstile', ARRAY['verify', 'identify'])) key (name, operations)
                    RETURNING name""");

            installation.migrateTo("latest");

            assertThat(installation.column("""
                            SELECT name FROM api_key WHERE operations @> ARRAY['access.decide', 'access.read',
                                'access.write', 'access.operate', 'events.read', 'hooks', 'drift.read']""")).containsExactly("administrator");
            assertThat(installation.column("SELECT operations::text FROM api_key WHERE name = 'turnstile'"))
                    .containsExactly("{verify,identify}");
        }
    }

    @Test
    void retentionBeginsWithTheMigration() {
        assertThat(database.column("SELECT DISTINCT (now() - last_used_at < interval '1 hour')::text FROM subject"))
                .containsExactly("true");
    }

    @Test
    void everyTableOfTenantsHasRowSecurity() {
        assertThat(database.column(tables(
                        "true",
                        "EXISTS (SELECT FROM pg_attribute a"
                                + " WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)")))
                .containsAll(before.keySet().stream()
                        .filter(table -> !WITHOUT_TENANT.contains(table))
                        .toList())
                .containsExactlyElementsOf(database.column(tables("""
                        c.relrowsecurity AND EXISTS (SELECT FROM pg_policies p
                            WHERE p.schemaname = n.nspname AND p.tablename = c.relname AND p.qual LIKE '%current_tenant%')""", "c.relname <> 'tenant'")));
    }

    @Test
    void everyOtherTableIsKnownToBelongToNoTenant() {
        assertThat(database.column(tables(
                        "true",
                        "NOT EXISTS (SELECT FROM pg_attribute a"
                                + " WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)")))
                .containsExactlyElementsOf(Stream.of(BOOKKEEPING, "hook_task", "instance", "scheduled_tasks", "tenant")
                        .toList());
        assertThat(database.column("SELECT relrowsecurity::text FROM pg_class WHERE oid = 'tenant'::regclass"))
                .containsExactly("true");
    }

    @Test
    void aNewInstallationHasTheSameSchemaAsAMigratedOne() {
        try (var fresh = RehearsalDatabase.create()) {
            fresh.migrateTo("latest");
            String columns = "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default)"
                    + " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1";

            assertThat(fresh.column(columns)).isEqualTo(database.column(columns));
        }
    }

    private static String tables(String condition, String another) {
        return """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND %s AND %s ORDER BY 1""".formatted(condition, another);
    }

    private static Map<String, List<JsonNode>> rowsOfEveryTable() {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        for (String table : database.column(tables("true", "c.relname <> '%s'".formatted(BOOKKEEPING)))) {
            rows.put(
                    table,
                    database.column("SELECT to_jsonb(t) FROM %s t".formatted(table)).stream()
                            .map(MigrationTest::parsed)
                            .toList());
        }
        return rows;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
