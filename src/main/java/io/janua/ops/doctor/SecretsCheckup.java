package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.ok;

import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKey;
import io.janua.security.secrets.MasterKeyUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The master key: there, readable by few, answering, and this database's. */
final class SecretsCheckup {

    private static final String ABOUT = "master key";
    private static final byte[] TRIAL = "janua doctor".getBytes(StandardCharsets.US_ASCII);
    private static final String OTHERS = "SELECT master_key FROM other_master_keys(?)";

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
        } catch (MasterKeyUnavailable silent) {
            found.accept(fail(ABOUT, "its keeper does not answer: " + silent.getMessage(), "look at Vault"));
        } catch (IllegalStateException unusable) {
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
        } catch (SQLException noTablesYet) {
            return ok(ABOUT, key.id());
        }
    }
}
