package io.janua.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.janua.db.RehearsalDatabase;
import io.janua.ops.offline.Installation;
import io.janua.security.secrets.FileAccess;
import io.janua.support.TestModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static RehearsalDatabase database;

    @BeforeAll
    static void anInstallation() {
        database = RehearsalDatabase.create();
        database.migrateTo("latest");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void ofAHealthyInstallation_everyLineOfTheDatabaseIsFine() {
        var seen = examined(Map.of());

        assertThat(seen.lines())
                .anyMatch(line -> line.matches("ok {4}database +PostgreSQL .* answers"))
                .anyMatch(line -> line.startsWith("ok    pgvector"))
                .anyMatch(line -> line.startsWith("ok    service role"))
                .anyMatch(line -> line.startsWith("ok    schema"))
                .anyMatch(line -> line.startsWith("ok    audit"))
                .anyMatch(line -> line.startsWith("ok    clock"))
                .anyMatch(line -> line.matches("ok {4}master key +local:.*"))
                .anyMatch(line -> line.startsWith("ok    identity provider  none"));
    }

    @Test
    void aDatabaseThatIsAwayIsToldWithoutItsPassword() {
        var seen = examined(Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/janua?password=hidden-away",
                "quarkus.datasource.password", "hidden-away"));

        assertThat(seen.sick()).isTrue();
        assertThat(seen.lines()).anyMatch(line -> line.startsWith("fail  database") && line.contains("JANUA_DB_URL"));
        assertThat(String.join("\n", seen.lines())).doesNotContain("hidden-away");
    }

    @Test
    void aServiceThatOwnsItsTablesStandsAboveRowSecurity() {
        Map<String, String> settings = database.settings();

        var seen = examined(Map.of(
                "quarkus.datasource.username", settings.get("quarkus.flyway.username"),
                "quarkus.datasource.password", settings.get("quarkus.flyway.password")));

        assertThat(seen.sick()).isTrue();
        assertThat(seen.lines()).anyMatch(line -> line.startsWith("fail  service role"));
    }

    @Test
    void migrationsToComeAreAReasonForABackup_andOthersAreNone() {
        try (var older = RehearsalDatabase.create()) {
            older.migrateTo("007");
            assertThat(examined(older, Map.of()).lines())
                    .anyMatch(line -> line.matches("warn {2}schema +007, \\d+ to come .*backup.*"));

            older.migrateTo("latest");
            older.column("WITH w AS (UPDATE flyway_schema_history SET version = '999' || version WHERE installed_rank ="
                    + " (SELECT max(installed_rank) FROM flyway_schema_history) RETURNING version) SELECT * FROM w");
            older.column(
                    "WITH w AS (UPDATE flyway_schema_history SET checksum = 1 WHERE version = '003' RETURNING version)"
                            + " SELECT * FROM w");
            var seen = examined(older, Map.of());
            assertThat(seen.lines()).anyMatch(line -> line.startsWith("fail  schema") && line.contains("checksum"));
            assertThat(seen.sick()).isTrue();
        }
    }

    @Test
    void theMasterKeyOfAnotherDatabaseIsNoticed() {
        try (var foreign = RehearsalDatabase.create()) {
            foreign.migrateTo("latest");
            foreign.column("""
                    WITH w AS (INSERT INTO tenant_secret (tenant_id, purpose, generation, master_key, wrapped)
                        VALUES ('default', 'SUBJECTS', 1, 'local:00112233', '') RETURNING id) SELECT id FROM w""");

            assertThat(examined(foreign, Map.of()).lines())
                    .anyMatch(line -> line.startsWith("fail  master key") && line.contains("local:00112233"));
        }
    }

    @Test
    void aServiceThatMayNotCompareItsMasterKeyIsNotFine() throws SQLException {
        try (var closed = RehearsalDatabase.create()) {
            closed.migrateTo("latest");
            try (var connection =
                            Installation.configured(closed.settings()).asOwner().connect();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "REVOKE EXECUTE ON FUNCTION other_master_keys(text) FROM " + RehearsalDatabase.serviceRole());
            }

            assertThat(examined(closed, Map.of()).lines())
                    .anyMatch(line -> line.startsWith("fail  master key") && line.contains("could not be compared"));
        }
    }

    @Test
    void aSecretsFileThatEverybodyMayReadIsNoticed(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("server.key"), "");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Path password = Files.writeString(folder.resolve("password"), "");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));

        var seen = examined(Map.of("janua.tls.key", key.toString(), "JANUA_DB_PASSWORD_FILE", password.toString()));

        assertThat(seen.lines())
                .anyMatch(line -> line.startsWith("warn  secret files") && line.contains("JANUA_TLS_KEY"))
                .noneMatch(line -> line.contains("JANUA_DB_PASSWORD_FILE"));
    }

    @Test
    void aContainersSecretThatEverybodyMayReadIsNoticed_andOneOfFewIsFine() {
        assertThat(FilesCheckup.warning("the key", FileAccess.Verdict.WIDE))
                .hasValueSatisfying(finding -> assertThat(finding.remedy()).contains("0440"));
        assertThat(FilesCheckup.warning("the key", FileAccess.Verdict.FINE)).isEmpty();
    }

    @Test
    void settingsThatCannotBeReadAreAFinding() {
        var written = new ByteArrayOutputStream();

        int code = new DoctorCommand(
                        () -> {
                            throw new IllegalStateException("JANUA_DB_PASSWORD_FILE names nothing.");
                        },
                        new PrintStream(written, true, StandardCharsets.UTF_8))
                .run(List.of());

        assertThat(code).isEqualTo(1);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("fail  settings           JANUA_DB_PASSWORD_FILE names nothing.");
    }

    @Test
    void whatEndsOneLookLeavesTheOthers() {
        assertThat(examined(Map.of("janua.vision.catalog", "target/no-such-catalog.json"))
                        .lines())
                .anyMatch(line -> line.startsWith("fail  models"))
                .anyMatch(line -> line.startsWith("ok    identity provider"));
    }

    @Test
    void noMasterKeyAtAllSaysHowToMakeOne() {
        assertThat(examined(Map.of("janua.secrets.master-key", "")).lines())
                .anyMatch(line -> line.startsWith("fail  master key") && line.contains("head -c 32"));
    }

    @Test
    void modelsThatAreMissingAreNamed() {
        var seen = examined(Map.of("janua.vision.store", "target/no-models-here", "janua.vision.fallback", "none"));

        assertThat(seen.lines())
                .anyMatch(line -> line.startsWith("fail  models") && line.endsWith("./janua models fetch"));
    }

    @Test
    void modelsThatAnotherPackStandsInForAreNoReasonToWait() {
        Assumptions.assumeTrue(
                TestModels.CATALOG.carried().isPresent(), "skipped: this build carries no pack to stand in");

        var seen = examined(Map.of("janua.vision.store", "target/no-models-here", "janua.vision.fallback", "own"));

        assertThat(seen.lines())
                .anyMatch(line -> line.startsWith("warn  models") && line.contains("in place of janua-default-1"));
    }

    @Test
    void anIssuerByAnotherNameIsNoticed_andServiceThatIsNotReadySaysWhy() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                server,
                "/realms/janua/.well-known/openid-configuration",
                200,
                "{\"issuer\": \"https://other.example\"}");
        answer(
                server,
                "/q/health/ready",
                503,
                "{\"status\": \"DOWN\", \"checks\": [{\"name\": \"models\", \"status\": \"DOWN\", \"data\": {\"queue\": 3}}]}");
        server.start();
        try {
            int port = server.getAddress().getPort();
            String issuer = "http://127.0.0.1:%d/realms/janua".formatted(port);

            var seen = examined(
                    database,
                    Map.of("quarkus.oidc.token.issuer", issuer, "quarkus.oidc.auth-server-url", issuer),
                    "--health=" + port);

            assertThat(seen.lines())
                    .anyMatch(line -> line.startsWith("fail  identity provider") && line.contains("other.example"))
                    .anyMatch(line -> line.startsWith("fail  service") && line.contains("models {\"queue\":3}"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void clocks_agreeAsFarAsTheQuestionTook() {
        var before = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(DatabaseCheckup.clock(before, before.plusMillis(40), before.plusMillis(80))
                        .level())
                .isEqualTo(Finding.Level.OK);
        assertThat(DatabaseCheckup.clock(before, before.minusSeconds(10), before)
                        .level())
                .isEqualTo(Finding.Level.WARN);
        assertThat(DatabaseCheckup.clock(before, before.plusSeconds(3600), before)
                        .level())
                .isEqualTo(Finding.Level.FAIL);
    }

    @Test
    void pgvector_isComparedByNumbers() {
        assertThat(DatabaseCheckup.vector("0.10.1").level()).isEqualTo(Finding.Level.OK);
        assertThat(DatabaseCheckup.vector("1.0").level()).isEqualTo(Finding.Level.OK);
        assertThat(DatabaseCheckup.vector("0.7.4").level()).isEqualTo(Finding.Level.FAIL);
        assertThat(DatabaseCheckup.vector(null).remedy()).contains("CREATE EXTENSION");
    }

    @Test
    void json_isOneObjectALine() {
        assertThat(Finding.warn("disk", "two\nlines \"quoted\"", "").asJson())
                .isEqualTo(
                        "{\"level\":\"warn\",\"about\":\"disk\",\"says\":\"two lines \\\"quoted\\\"\",\"remedy\":\"\"}");
    }

    private record Seen(boolean sick, List<String> lines) {}

    private static Seen examined(Map<String, String> overriding) {
        return examined(database, overriding);
    }

    private static Seen examined(RehearsalDatabase of, Map<String, String> overriding, String... arguments) {
        Map<String, String> settings = new HashMap<>(of.settings());
        settings.put("janua.secrets.master-key", KEY);
        settings.put("quarkus.oidc.token.issuer", "");
        settings.putAll(overriding);
        var written = new ByteArrayOutputStream();
        int code = new DoctorCommand(
                        () -> Installation.configured(settings), new PrintStream(written, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return new Seen(
                code != 0, written.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static void answer(HttpServer server, String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
