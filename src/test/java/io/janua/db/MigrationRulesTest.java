package io.janua.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions may work at one database: a migration adds, and what it replaces is removed a release later. */
class MigrationRulesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** From before there was anybody to upgrade. */
    private static final int LAST_WITHOUT_RULES = 8;

    @TestFactory
    Stream<DynamicTest> migrations_leaveWhatTheVersionBeforeNeeds() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            List<Path> bound =
                    files.filter(file -> version(file) > LAST_WITHOUT_RULES).toList();
            return bound.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(
                                    MigrationRules.broken(Files.readString(file)))
                            .as("CONTRIBUTING.md says how a migration takes something away")
                            .isEmpty()));
        }
    }

    @Test
    void everyMigrationHasAFileNameWithANumber() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(version(file))
                    .isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE subject",
                "ALTER TABLE subject DROP COLUMN name",
                "ALTER TABLE subject RENAME COLUMN name TO label",
                "ALTER TABLE subject RENAME TO person",
                "ALTER TABLE subject ALTER COLUMN name TYPE varchar(10)",
                "ALTER TABLE subject ALTER COLUMN name SET NOT NULL",
                "ALTER TABLE subject ADD COLUMN height integer NOT NULL",
                "ALTER TABLE subject ADD COLUMN height integer NOT NULL, ADD COLUMN width integer DEFAULT 1",
                "DROP FUNCTION find_tenant(text)",
                "REVOKE INSERT ON subject FROM \"${service}\""
            })
    void whatTheVersionBeforeWouldMissIsNoticed(String sql) {
        assertThat(MigrationRules.broken(sql)).hasSize(1);
        assertThat(MigrationRules.broken("-- unused since 1.4\n" + sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE card (id uuid NOT NULL)",
                "ALTER TABLE subject ADD COLUMN height integer",
                "ALTER TABLE subject ADD COLUMN height integer NOT NULL DEFAULT 0",
                "ALTER TABLE subject ADD COLUMN height integer DEFAULT 0 NOT NULL",
                "CREATE INDEX subject_by_height ON subject (height)",
                "DROP INDEX subject_by_height",
                "REVOKE ALL ON FUNCTION find_card(bytea) FROM PUBLIC",
                "-- what was to RENAME is added instead"
            })
    void whatOnlyAddsIsFine(String sql) {
        assertThat(MigrationRules.broken(sql)).isEmpty();
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }
}
