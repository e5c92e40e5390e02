package io.janua.ops.backup;

import io.janua.database.DatabaseAccess;
import io.janua.ops.backup.Manifest.Part;
import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down one moment of an installation while it goes on working. */
final class Backup {

    private final Installation installation;

    Backup(Installation installation) {
        this.installation = installation;
    }

    /**
     * @param keycloak what the identity provider keeps; with it somebody could sign tokens, so it is closed by the master
     *     key
     * @throws Refused when it would not be one that can be restored
     */
    Manifest writeTo(Path complete, Optional<Path> keycloak)
            throws Refused, IOException, SQLException, InterruptedException {
        DatabaseAccess database = installation.asOwner();
        MasterKey masterKey = installation.masterKey();
        try (var moment = Moment.of(database)) {
            check(moment, masterKey);
            PostgresTools tools = PostgresTools.toDump(moment.serverMajor());
            BackupFolder folder = BackupFolder.begin(complete);
            boolean done = false;
            try {
                var manifest = write(folder, moment, tools, new Seal(masterKey), keycloak);
                folder.completeAs(complete);
                done = true;
                return manifest;
            } finally {
                if (!done) {
                    folder.discard();
                }
            }
        }
    }

    private static void check(Moment moment, MasterKey masterKey) throws Refused, SQLException {
        if (moment.schema() == null) {
            throw new Refused("The database holds nothing of Janua yet: there is nothing to back up.");
        }
        if (moment.isSharded()) {
            throw new Refused("Templates are on several servers, whose backups belong together:"
                    + " docs/how-to/shard-templates.md says how.");
        }
        List<String> keys = moment.masterKeys();
        if (!List.of(masterKey.id()).containsAll(keys)) {
            throw new Refused("The secrets in this database were wrapped by the master key %s, and the one here is %s."
                            .formatted(String.join(", ", keys), masterKey.id())
                    + " A backup is of use only with the right one: set it.");
        }
    }

    private Manifest write(BackupFolder folder, Moment moment, PostgresTools tools, Seal seal, Optional<Path> keycloak)
            throws IOException, SQLException, InterruptedException {
        tools.run(installation.asOwner(), "pg_dump", dump(folder.file(BackupFolder.DATABASE), moment.snapshot()));
        Instant takenAt = moment.takenAt();
        List<Part> parts = new ArrayList<>(List.of(folder.describe(BackupFolder.DATABASE)));
        if (keycloak.isPresent()) {
            byte[] closed = seal.close(Files.readAllBytes(keycloak.get()), takenAt);
            Files.write(folder.file(BackupFolder.KEYCLOAK), closed);
            parts.add(folder.describe(BackupFolder.KEYCLOAK));
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                takenAt,
                moment.servedBy(),
                moment.schema(),
                moment.serverVersion(),
                tools.major(),
                moment.vectorVersion(),
                installation.asService().user(),
                moment.masterKeys(),
                moment.rows(),
                moment.logs(),
                parts);
        folder.write(manifest, seal);
        return manifest;
    }

    private static List<String> dump(Path file, String snapshot) {
        List<String> arguments = new ArrayList<>(List.of(
                "--format=custom",
                // Templates and pictures do not compress.
                "--compress=1",
                "--no-password",
                "--lock-wait-timeout=30s",
                "--snapshot=" + snapshot,
                "--file=" + file));
        Moment.NOT_KEPT.forEach(table -> arguments.add("--exclude-table-data=public." + table));
        return arguments;
    }
}
