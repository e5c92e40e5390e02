package io.janua.ops.backup;

import io.janua.ops.offline.DatabaseAccess;
import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Puts a backup into an empty database: all of it or nothing. */
final class Restoration {

    /** What whoever made the database has made already; only a superuser could make it again. */
    private static final Pattern PREPARED =
            Pattern.compile("^\\d+; \\d+ \\d+ (?:COMMENT - )?(?:EXTENSION|SCHEMA)(?: -)? (?!sharding).*$");

    private final Installation installation;

    Restoration(Installation installation) {
        this.installation = installation;
    }

    /**
     * Whether a backup is whole and this master key is its own; changes nothing, and needs no database.
     *
     * @throws Refused when not
     */
    Manifest check(Path from) throws Refused, IOException {
        var folder = BackupFolder.at(from);
        Manifest manifest = folder.manifest();
        MasterKey masterKey = installation.masterKey();
        if (!List.of(masterKey.id()).containsAll(manifest.masterKeys())) {
            throw new Refused("This backup is of the master key %s, and the one here is %s: set the right one."
                    .formatted(String.join(", ", manifest.masterKeys()), masterKey.id()));
        }
        folder.check(manifest, new Seal(masterKey));
        return manifest;
    }

    /**
     * @param keycloak where to put what the identity provider kept, if the backup has it
     * @throws Refused before anything was changed
     */
    Manifest restore(Path from, Optional<Path> keycloak)
            throws Refused, IOException, SQLException, InterruptedException {
        Manifest manifest = check(from);
        DatabaseAccess database = installation.asOwner();
        checkTarget(manifest, database);
        PostgresTools tools = PostgresTools.atLeast(manifest.serverMajor());
        var folder = BackupFolder.at(from);
        if (keycloak.isPresent() && Files.isRegularFile(folder.file(BackupFolder.KEYCLOAK))) {
            byte[] opened =
                    new Seal(installation.masterKey()).open(Files.readAllBytes(folder.file(BackupFolder.KEYCLOAK)));
            Files.createFile(
                    keycloak.get(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(keycloak.get(), opened);
        }
        load(folder.file(BackupFolder.DATABASE), database, tools);
        compare(manifest, database);
        return manifest;
    }

    private void checkTarget(Manifest manifest, DatabaseAccess database) throws Refused, SQLException {
        try (var target = Moment.of(database)) {
            if (target.objects() > 0) {
                throw new Refused("The database is not empty, and a backup is restored into an empty one only:"
                        + " nothing was changed.");
            }
            if (target.vectorVersion() == null) {
                throw new Refused(
                        "The database lacks pgvector: as a superuser, in this database, CREATE EXTENSION vector;");
            }
            int major = Integer.parseInt(target.serverVersion().replaceFirst("\\D.*", ""));
            if (major < manifest.serverMajor()) {
                throw new Refused("The backup is of PostgreSQL %s, and this server is the older %s."
                        .formatted(manifest.postgres(), target.serverVersion()));
            }
            String serves = installation.asService().user();
            if (!serves.equals(manifest.serviceRole())) {
                throw new Refused("In the backup the role %s serves, and JANUA_DB_USER is %s: let them be the same."
                        .formatted(manifest.serviceRole(), serves));
            }
            if (!target.hasRole(serves)) {
                throw new Refused("There is no role %s on this server: create it (docs/how-to/install-and-run.md)."
                        .formatted(serves));
            }
        }
        var newest = MigrationVersion.fromVersion(newestMigration(database));
        if (MigrationVersion.fromVersion(manifest.schema()).isNewerThan(newest.getVersion())) {
            throw new Refused("The backup is of schema %s, and this Janua (schema %s) is older: take a newer one."
                    .formatted(manifest.schema(), newest));
        }
    }

    private static String newestMigration(DatabaseAccess database) {
        var migrations = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .info()
                .all();
        return migrations[migrations.length - 1].getVersion().getVersion();
    }

    private static void load(Path dump, DatabaseAccess database, PostgresTools tools)
            throws IOException, InterruptedException {
        String contents = tools.run(database, "pg_restore", List.of("--list", dump.toString()));
        Path wanted = Files.createTempFile("janua-restore", ".list");
        try {
            Files.writeString(
                    wanted,
                    contents.lines()
                            .filter(line -> !PREPARED.matcher(line).matches())
                            .collect(Collectors.joining("\n", "", "\n")));
            tools.run(
                    database,
                    "pg_restore",
                    List.of(
                            "--single-transaction",
                            "--exit-on-error",
                            "--no-owner",
                            "--no-password",
                            "--use-list=" + wanted,
                            "--dbname=" + database.environment().get("PGDATABASE"),
                            dump.toString()));
        } finally {
            Files.delete(wanted);
        }
    }

    private static void compare(Manifest manifest, DatabaseAccess database) throws SQLException, IOException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            // The planner would guess until somebody has counted.
            statement.execute("ANALYZE");
        }
        try (var restored = Moment.of(database)) {
            if (!restored.rows().equals(manifest.rows()) || !restored.logs().equals(manifest.logs())) {
                throw new IOException("What was restored is not what the manifest says; do not use this database.");
            }
        }
    }
}
