package io.janua.db;

import static io.janua.db.RehearsalDatabase.attempt;
import static io.janua.db.RehearsalDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the database itself keeps from the service, whatever its code may ask for by mistake. */
class ServiceRoleTest {

    private static final String OWN = "acme";
    private static final String FOREIGN = "globex";

    /** Also what PostgreSQL calls a row that a policy refuses. */
    private static final String NOT_PERMITTED = "42501";

    private static final String UNIQUE = "23505";
    private static final String NOTHING = "rows: 0";

    private static final String TABLES_OF_TENANTS = """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                AND a.attname = 'tenant_id' AND NOT a.attisdropped ORDER BY 1""";

    private static final String COPY =
            "INSERT INTO %1$s OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::%1$s, ?::jsonb)";

    private static RehearsalDatabase database;

    @BeforeAll
    static void twoTenants() {
        database = RehearsalDatabase.create();
        database.migrateTo("001");
        database.addRowsOf("V001");
        database.migrateTo("latest");
        database.addRowsOf("V002");
        database.addRowsOf("V003");
        database.addRowsOf("V004");
        database.addRowsOf("V005");
        database.addRowsOf("V006");
        database.addRowsOf("V007");
        database.addRowsOf("V009");
        database.addRowsOf("V010");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> rowsOfAnotherTenantAreOutOfReach() {
        return database.column(TABLES_OF_TENANTS).stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> staysShut(table)));
    }

    private static void staysShut(String table) throws SQLException {
        String all = "SELECT to_jsonb(t) FROM %s t WHERE tenant_id = ? ORDER BY 1".formatted(table);
        List<String> own = database.column(all, OWN);
        List<String> foreign = database.column(all, FOREIGN);
        assertThat(own)
                .as("rows of %s in src/test/resources/db/rehearsal", table)
                .isNotEmpty();
        assertThat(foreign)
                .as("rows of %s in src/test/resources/db/rehearsal", table)
                .isNotEmpty();

        try (Connection service = database.asServiceFor(OWN)) {
            assertThat(rows(service, all, OWN)).isEqualTo(own);
            assertThat(rows(service, all, FOREIGN)).isEmpty();
            for (String row : foreign) {
                assertThat(attempt(service, COPY.formatted(table), row)).isEqualTo(NOT_PERMITTED);
            }
            assertThat(attempt(
                            service,
                            "UPDATE %s SET tenant_id = tenant_id WHERE tenant_id = ?".formatted(table),
                            FOREIGN))
                    .isIn(NOTHING, NOT_PERMITTED);
            assertThat(attempt(
                            service, "UPDATE %s SET tenant_id = ? WHERE tenant_id = ?".formatted(table), FOREIGN, OWN))
                    .isEqualTo(NOT_PERMITTED);
            assertThat(attempt(service, "DELETE FROM %s WHERE tenant_id = ?".formatted(table), FOREIGN))
                    .isIn(NOTHING, NOT_PERMITTED);
            assertThat(attempt(service, "TRUNCATE %s".formatted(table))).isEqualTo(NOT_PERMITTED);
        }
        try (Connection service = database.asService()) {
            assertThat(rows(service, "SELECT to_jsonb(t) FROM %s t".formatted(table)))
                    .isEmpty();
        }
        assertThat(database.column(all, FOREIGN)).isEqualTo(foreign);
        assertThat(database.column(all, OWN)).isEqualTo(own);
    }

    /** So that the refusals above are not refusals of everything. */
    @Test
    void itsOwnTenantsRowsMayBeWritten() throws SQLException {
        String own = database.column("SELECT to_jsonb(g) FROM gallery g WHERE tenant_id = ?", OWN)
                .getFirst();

        try (Connection service = database.asServiceFor(OWN)) {
            assertThat(attempt(service, COPY.formatted("gallery"), own)).isEqualTo(UNIQUE);
            assertThat(attempt(service, "UPDATE gallery SET description = description"))
                    .isEqualTo("rows: 1");
        }
    }

    @Test
    void otherTenantsThemselvesAreNotSeen() throws SQLException {
        try (Connection service = database.asServiceFor(OWN)) {
            assertThat(rows(service, "SELECT id FROM tenant")).containsExactly(OWN);
            assertThat(attempt(service, "UPDATE tenant SET name = 'Mine' WHERE id = ?", FOREIGN))
                    .isEqualTo(NOTHING);
            assertThat(attempt(service, "INSERT INTO tenant (id, name) VALUES ('third', 'Third')"))
                    .isEqualTo(NOT_PERMITTED);
            assertThat(attempt(service, "DELETE FROM tenant WHERE id = ?", FOREIGN))
                    .isEqualTo(NOT_PERMITTED);
        }
    }

    @Test
    void anAuditEntryIsWrittenOnceAndPlacedOnce() throws SQLException {
        List<String> before =
                database.column("SELECT to_jsonb(e) FROM audit_entry e WHERE tenant_id = ? ORDER BY 1", OWN);

        try (Connection service = database.asServiceFor(OWN)) {
            for (String column : List.of("content", "recorded_at", "actor", "action", "outcome", "id", "tenant_id")) {
                assertThat(attempt(service, "UPDATE audit_entry SET %1$s = %1$s".formatted(column)))
                        .as(column)
                        .isEqualTo(NOT_PERMITTED);
            }
            assertThat(attempt(service, "DELETE FROM audit_entry")).isEqualTo(NOT_PERMITTED);
            assertThat(attempt(service, "UPDATE audit_entry SET leaf_index = 7 WHERE leaf_index IS NOT NULL"))
                    .isEqualTo(NOTHING);
            assertThat(attempt(
                            service,
                            "INSERT INTO audit_entry (id, tenant_id, recorded_at, actor, action, outcome, content, leaf_index)"
                                    + " VALUES (gen_random_uuid(), ?, now(), 'user:1', 'verify', 'match', '{}', 5)",
                            OWN))
                    .isEqualTo(NOT_PERMITTED);
            assertThat(attempt(service, "UPDATE audit_checkpoint SET note = 'forged'"))
                    .isEqualTo(NOT_PERMITTED);
            assertThat(attempt(service, "DELETE FROM audit_checkpoint")).isEqualTo(NOT_PERMITTED);
            assertThat(attempt(service, "DELETE FROM audit_tile")).isEqualTo(NOT_PERMITTED);
        }
        assertThat(database.column("SELECT to_jsonb(e) FROM audit_entry e WHERE tenant_id = ? ORDER BY 1", OWN))
                .isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> theWallCannotBeTakenDown() {
        return Stream.of(
                        "SET ROLE \"%s\"".formatted(RehearsalDatabase.ownerRole()),
                        "SET SESSION AUTHORIZATION \"%s\"".formatted(RehearsalDatabase.ownerRole()),
                        "GRANT \"%s\" TO \"%s\""
                                .formatted(RehearsalDatabase.ownerRole(), RehearsalDatabase.serviceRole()),
                        "ALTER ROLE \"%s\" BYPASSRLS".formatted(RehearsalDatabase.serviceRole()),
                        "ALTER TABLE subject DISABLE ROW LEVEL SECURITY",
                        "ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY",
                        "DROP POLICY tenant ON subject",
                        "CREATE POLICY all_of_them ON subject USING (true)",
                        "CREATE OR REPLACE FUNCTION current_tenant() RETURNS text LANGUAGE sql AS 'SELECT ''globex'''",
                        "CREATE TABLE public.copy AS SELECT * FROM subject",
                        "DROP TABLE subject",
                        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                        "SET session_replication_role = replica",
                        "COPY subject TO PROGRAM 'cat'")
                .map(statement -> DynamicTest.dynamicTest(statement, () -> {
                    try (Connection service = database.asServiceFor(OWN)) {
                        assertThat(attempt(service, statement)).isEqualTo(NOT_PERMITTED);
                    }
                }));
    }

    @Test
    void rowSecurityTurnedOffMeansNoAnswerAtAll() throws SQLException {
        try (Connection service = database.asServiceFor(OWN)) {
            attempt(service, "SET row_security = off");

            assertThat(attempt(service, "SELECT count(*) FROM subject")).isEqualTo(NOT_PERMITTED);
        }
    }
}
