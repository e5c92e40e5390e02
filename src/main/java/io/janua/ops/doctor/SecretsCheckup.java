package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.ok;

import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKey;
import io.janua.security.secrets.MasterKeyUnavailable;
import io.janua.security.secrets.MasterKeyWrong;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** The master key: there, answering, and this database's. */
final class SecretsCheckup {

    private static final String ABOUT = "master key";
    private static final byte[] TRIAL = "janua doctor".getBytes(StandardCharsets.US_ASCII);
    private static final String OTHERS = "SELECT master_key FROM other_master_keys(?)";
    /** Of PostgreSQL: no such function, no such table. */
    private static final Set<String> NO_TABLES_YET = Set.of("42883", "42P01");

    private final Installation installation;
    private final Consumer<Finding> found;

    SecretsCheckup(Installation installation, Consumer<Finding> found) {
        this.installation = installation;
        this.found = found;
    }

    void look(boolean withDatabase) {
        try {
            MasterKey key = installation.masterKey();
            key.unwrap(key.wrap(TRIAL, TRIAL), TRIAL);
            found.accept(withDatabase ? fits(key) : ok(ABOUT, key.id()));
            // One that others may read is taken where a container's platform has put it.
            installation
                    .text("janua.secrets.master-key-file")
                    .flatMap(file -> FilesCheckup.examined("JANUA_MASTER_KEY_FILE", Path.of(file)))
                    .ifPresent(found);
        } catch (MasterKeyUnavailable silent) {
            found.accept(fail(ABOUT, "its keeper does not answer: " + silent.getMessage(), "look at Vault"));
        } catch (MasterKeyWrong | IllegalStateException unusable) {
            found.accept(fail(ABOUT, unusable.getMessage(), "docs/how-to/keep-the-master-key.md"));
        }
    }

    private Finding fits(MasterKey key) {
        try (Connection connection = installation.asService().connect();
                var statement = connection.prepareStatement(OTHERS)) {
            statement.setString(1, key.id());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? fail(
                                ABOUT,
                                "the secrets in the database were wrapped by %s, and this is %s"
                                        .formatted(rows.getString(1), key.id()),
                                "set the right one")
                        : ok(ABOUT, key.id() + ", as the database's secrets have it");
            }
        } catch (SQLException failed) {
            return NO_TABLES_YET.contains(failed.getSQLState())
                    ? ok(ABOUT, key.id())
                    : fail(
                            ABOUT,
                            "%s could not be compared with the database's secrets: %s"
                                    .formatted(key.id(), failed.getMessage()),
                            "let the role of JANUA_DB_USER be the one that the migrations were told");
        }
    }
}
