package io.janua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAccessTest {

    @Test
    void environment_isTheSameWayForPostgreSqlsOwnPrograms() {
        assertThat(environment("?sslmode=verify-ca&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/c.pk8"))
                .containsAllEntriesOf(Map.of(
                        "PGHOST", "db.example.org",
                        "PGPORT", "5433",
                        "PGDATABASE", "janua",
                        "PGUSER", "owner",
                        "PGPASSWORD", "secret",
                        "PGSSLMODE", "verify-ca",
                        "PGSSLROOTCERT", "/ca.pem",
                        "PGSSLCERT", "/c.pem",
                        "PGSSLKEY", "/c.pk8"));
    }

    /** As JDBC's driver understands it; libpq's own preference would take any server, or none of TLS at all. */
    @ParameterizedTest
    @ValueSource(strings = {"?ssl=true", "?ssl"})
    void ssl_withoutMoreDemandsCertificateAndName(String properties) {
        assertThat(environment(properties)).containsEntry("PGSSLMODE", "verify-full");
    }

    @Test
    void ssl_leavesWhatSslmodeSays() {
        assertThat(environment("?ssl=true&sslmode=require")).containsEntry("PGSSLMODE", "require");
        assertThat(environment("?ssl=false")).doesNotContainKey("PGSSLMODE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslpassword=hidden-away",
                "sslNegotiation=direct",
                "sslhostnameverifier=any.Verifier"
            })
    void whatPostgreSqlsOwnProgramsWouldNotDo_isRefusedByName(String property) {
        assertThatThrownBy(() -> environment("?sslmode=require&" + property))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(property.replaceFirst("=.*", ""))
                .hasMessageNotContaining("hidden-away");
    }

    @Test
    void keyInAStore_isRefused() {
        assertThatThrownBy(() -> environment("?sslmode=require&sslkey=/client.p12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PKCS #12");
    }

    @Test
    void addressOfNothing_isNotQuoted() {
        var nowhere = new DatabaseAccess("postgresql://db?password=hidden-away", "owner", "secret");

        assertThatThrownBy(nowhere::connect)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("JANUA_DB_URL")
                .hasMessageNotContaining("hidden-away");
    }

    private static Map<String, String> environment(String properties) {
        return new DatabaseAccess("jdbc:postgresql://db.example.org:5433/janua" + properties, "owner", "secret")
                .environment();
    }
}
