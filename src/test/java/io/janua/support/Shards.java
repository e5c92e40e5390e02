package io.janua.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/**
 * Other PostgreSQL servers that hold the templates of the service under test, as docs/how-to/shard-templates.md spreads
 * them. Each is reached through a {@link CuttableProxy}.
 */
public final class Shards implements AutoCloseable {

    private static final Path FUNCTIONS = Path.of("src/main/resources/db/sharding/coordinator.sql");

    private final List<Shard> shards = new ArrayList<>();
    private final String name = "janua_shard_" + UUID.randomUUID().toString().replace('-', '_');

    private record Shard(URI server, CuttableProxy proxy) {}

    private Shards() {}

    /** Skips the test where there are no servers. */
    public static Shards spread() {
        var addresses = Optional.ofNullable(System.getenv("JANUA_TEST_SHARDS"));
        Assumptions.assumeTrue(
                addresses.isPresent(), "skipped: needs servers in JANUA_TEST_SHARDS, which ./janua test starts");
        var spread = new Shards();
        run(TestDatabase::connect, read(FUNCTIONS));
        String ddl = Database.text("SELECT sharding.shard_ddl('%s')".formatted(service()));
        for (String address : addresses.get().split(",")) {
            spread.add(URI.create("postgresql://" + address), ddl);
        }
        // Other tests leave some from before there were secrets, which an operator would re-key first.
        Database.execute("DELETE FROM template WHERE secret IS NULL");
        Database.text("SELECT sharding.spread()");
        return spread;
    }

    /** Moves everything back. */
    @Override
    public void close() {
        restore();
        Database.text("SELECT sharding.gather()");
        for (Shard shard : shards) {
            shard.proxy().close();
            ThrownAway.database(() -> run(
                    () -> connect(shard.server(), "postgres"),
                    "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name)));
        }
    }

    public int count() {
        return shards.size();
    }

    /** Which one holds the subject's templates. */
    public int of(String gallery, String subject) {
        for (int number = 0; number < shards.size(); number++) {
            if (Database.query("""
                    SELECT count(*) FROM sharding.template_%d t JOIN subject s ON s.id = t.subject_id
                    JOIN gallery g ON g.id = t.gallery_id WHERE g.name = ? AND s.external_id = ?""".formatted(number), gallery, subject) > 0) {
                return number;
            }
        }
        throw new IllegalStateException("no shard holds templates of " + subject);
    }

    /** How many templates it holds, seen past the others. */
    public long templates(int number) {
        try (var connection = connect(shards.get(number).server(), name);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM template")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Past the coordinator and its triggers. */
    public void execute(int number, String sql) {
        run(() -> connect(shards.get(number).server(), name), sql);
    }

    public void cut(int number) {
        shards.get(number).proxy().cut();
    }

    public void restore() {
        shards.forEach(shard -> shard.proxy().restore());
    }

    private void add(URI server, String ddl) {
        run(() -> connect(server, "postgres"), "CREATE DATABASE " + name);
        run(() -> connect(server, name), ddl);
        var proxy = new CuttableProxy(server.getHost(), server.getPort());
        Database.text("SELECT sharding.add_shard(%d, '127.0.0.1', %d, '%s', '%s', '%s', '%s')"
                .formatted(
                        shards.size(), proxy.port(), name, setting("OWNER_PASSWORD"), setting("PASSWORD"), service()));
        shards.add(new Shard(server, proxy));
    }

    @FunctionalInterface
    private interface Connecting {
        Connection connect() throws SQLException;
    }

    private static void run(Connecting connecting, String sql) {
        try (var connection = connecting.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Connection connect(URI server, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), server.getPort(), database),
                setting("OWNER"),
                setting("OWNER_PASSWORD"));
    }

    private static String service() {
        return setting("USER");
    }

    private static String setting(String name) {
        return System.getenv("JANUA_TEST_DB_" + name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
