package io.janua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;

/** What a cluster runs before the instances that serve, whose role may not change tables. */
class MigrateCommandTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    private Map<String, String> environment;

    @BeforeEach
    void emptyDatabase() {
        DATABASE.start();
        environment = new HashMap<>(DATABASE.variables());
    }

    @AfterEach
    void drop() {
        DATABASE.stop();
    }

    @Test
    void migrate_fillsAnEmptyDatabase_andFindsNothingToDoAgain() {
        var command = new MigrateCommand(environment);

        assertThat(command.migrate()).startsWith("The database is at version 0").doesNotContain("; 0 ");
        assertThat(command.migrate()).startsWith("The database is at version 0").contains("; 0 migrations");
    }

    /** A row that does not fit is quoted in it. */
    @Test
    void connectionsOfMigrations_keepTheDetailOfErrorsOut() throws SQLException {
        var database = new DatabaseAccess(
                environment.get("JANUA_DB_URL"),
                environment.get("JANUA_DB_OWNER"),
                environment.get("JANUA_DB_OWNER_PASSWORD"));

        try (var connection =
                Migrations.of(database, "janua_service").getDataSource().getConnection()) {
            assertThat(connection.unwrap(BaseConnection.class).getLogServerErrorDetail())
                    .isFalse();
        }
    }

    @Test
    void wait_isOver_asSoonAsEveryMigrationIsThere() throws InterruptedException {
        new MigrateCommand(environment).migrate();
        environment.remove("JANUA_DB_OWNER");
        environment.remove("JANUA_DB_OWNER_PASSWORD");

        assertThat(new MigrateCommand(environment).await(Duration.ZERO)).contains("every migration");
    }

    @Test
    void wait_saysWhatIsMissing_whenItWasInVain() {
        var command = new MigrateCommand(environment);

        assertThatThrownBy(() -> command.await(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database lacks version 001: let `migrate` run.");
    }
}
