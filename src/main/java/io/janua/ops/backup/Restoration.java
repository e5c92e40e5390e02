package io.janua.ops.backup;

import io.janua.database.DatabaseAccess;
import io.janua.database.Migrations;
import io.janua.ops.backup.Manifest.Part;
import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/** Puts a backup into an empty database: all of it or nothing. */
final class Restoration {

    /** What whoever made the database has made already; only a superuser could make it again. */
    private static final Pattern PREPARED =
            Pattern.compile("^\\d+; \\d+ \\d+ (?:COMMENT - )?(?:EXTENSION|SCHEMA)(?: -)? (?!sharding).*$");

    private final Installation installation;
    private final Path place;

    Restoration(Installation installation) {
        this(installation, PrivateCopy.usualPlace());
    }

    /** @param place for a copy of the backup while it is restored */
    Restoration(Installation installation, Path place) {
        this.installation = installation;
        this.place = place;
    }

    /**
     * Whether a backup is whole and this master key is its own; changes nothing, and needs no database.
     *
     * @throws Refused when not
     */
    Manifest check(Path from) throws Refused, IOException {
        var folder = BackupFolder.at(from);
        Manifest manifest = sealed(folder);
        for (Part part : manifest.parts()) {
            folder.check(part, OutputStream.nullOutputStream());
        }
        return manifest;
    }

    private Manifest sealed(BackupFolder folder) throws Refused, IOException {
        byte[] written = folder.manifest();
        var manifest = Manifest.parse(written);
        MasterKey masterKey = installation.masterKey();
        if (!List.of(masterKey.id()).containsAll(manifest.masterKeys())) {
            throw new Refused("This backup is of the master key %s, and the one here is %s: set the right one."
                    .formatted(String.join(", ", manifest.masterKeys()), masterKey.id()));
        }
        new Seal(masterKey).check(written, folder.seal());
        return manifest;
    }

    /**
     * @param keycloak where to put what the identity provider kept, if the backup has it
     * @throws Refused before anything was changed
     * @throws RestoredInDoubt after everything was restored, when it is not or cannot be found to be what was backed up
     */
    Manifest restore(Path from, Optional<Path> keycloak)
            throws Refused, RestoredInDoubt, IOException, SQLException, InterruptedException {
        var folder = BackupFolder.at(from);
        Manifest manifest = sealed(folder);
        DatabaseAccess database = installation.asOwner();
        PostgresTools tools = PostgresTools.toRestore(manifest.dumpedBy(), checkTarget(manifest, database));
        try (var copy = PrivateCopy.of(folder, manifest.parts(), place)) {
            if (keycloak.isPresent() && manifest.part(BackupFolder.KEYCLOAK).isPresent()) {
                open(copy.file(BackupFolder.KEYCLOAK), manifest, keycloak.get());
            }
            load(copy, database, tools);
        }
        compare(manifest, database);
        return manifest;
    }

    private void open(Path sealed, Manifest manifest, Path target) throws Refused, IOException {
        byte[] opened = new Seal(installation.masterKey()).open(Files.readAllBytes(sealed), manifest.takenAt());
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(target, opened);
    }

    /** @return the server's major version */
    private int checkTarget(Manifest manifest, DatabaseAccess database) throws Refused, SQLException {
        int major;
        try (var target = Moment.of(database)) {
            if (target.objects() > 0) {
                throw new Refused("The database is not empty, and a backup is restored into an empty one only:"
                        + " nothing was changed.");
            }
            if (target.vectorVersion() == null) {
                throw new Refused(
                        "The database lacks pgvector: as a superuser, in this database, CREATE EXTENSION vector;");
            }
            major = target.serverMajor();
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
        var newest = MigrationVersion.fromVersion(
                newestMigration(database, installation.asService().user()));
        if (MigrationVersion.fromVersion(manifest.schema()).isNewerThan(newest.getVersion())) {
            throw new Refused("The backup is of schema %s, and this Janua (schema %s) is older: take a newer one."
                    .formatted(manifest.schema(), newest));
        }
        return major;
    }

    private static String newestMigration(DatabaseAccess database, String serviceRole) {
        var migrations = Migrations.of(database, serviceRole).load().info().all();
        return migrations[migrations.length - 1].getVersion().getVersion();
    }

    private static void load(PrivateCopy copy, DatabaseAccess database, PostgresTools tools)
            throws IOException, InterruptedException {
        Path dump = copy.file(BackupFolder.DATABASE);
        String contents = tools.run(database, "pg_restore", List.of("--list", dump.toString()));
        Path wanted = copy.file("wanted.list");
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
    }

    private static void compare(Manifest manifest, DatabaseAccess database) throws RestoredInDoubt {
        try {
            analyze(database);
            try (var restored = Moment.of(database)) {
                if (!restored.rows().equals(manifest.rows()) || !restored.logs().equals(manifest.logs())) {
                    throw new RestoredInDoubt("What was restored is not what the manifest says.");
                }
            }
        } catch (SQLException unknown) {
            throw new RestoredInDoubt(
                    "What was restored could not be compared with the manifest: " + unknown.getMessage(), unknown);
        }
    }

    /** The planner would guess until somebody has counted. */
    private static void analyze(DatabaseAccess database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
