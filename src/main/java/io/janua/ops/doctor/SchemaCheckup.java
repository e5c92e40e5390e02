package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.ok;
import static io.janua.ops.doctor.Finding.warn;

import io.janua.database.DatabaseAccess;
import io.janua.database.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** What only the owner of the tables sees: how far they are migrated, and whether the audit logs hold together. */
final class SchemaCheckup {

    /** Every entry with a place is in the tree, and the newest checkpoint is of the whole tree. */
    private static final String LOGS = """
            SELECT count(*) AS logs, count(*) FILTER (WHERE
                    t.size <> coalesce((SELECT max(e.leaf_index) + 1 FROM audit_entry e WHERE e.tenant_id = t.tenant_id), 0)
                    OR t.size <> coalesce((SELECT max(c.size) FROM audit_checkpoint c WHERE c.tenant_id = t.tenant_id), 0))
                    AS broken,
                (SELECT count(*) FROM audit_entry
                    WHERE leaf_index IS NULL AND recorded_at < now() - interval '1 minute') AS late
            FROM audit_tree t""";

    private final DatabaseAccess owner;
    private final String serviceRole;
    private final Consumer<Finding> found;

    SchemaCheckup(DatabaseAccess owner, String serviceRole, Consumer<Finding> found) {
        this.owner = owner;
        this.serviceRole = serviceRole;
        this.found = found;
    }

    void look() {
        try (Connection connection = owner.connect()) {
            if (!migrations()) {
                return;
            }
            found.accept(audit(connection));
        } catch (SQLException refused) {
            found.accept(warn(
                    "schema",
                    "not looked at, the owner %s is not let in: %s".formatted(owner.user(), refused.getMessage()),
                    "set JANUA_DB_OWNER and JANUA_DB_OWNER_PASSWORD where the service is to migrate its tables"));
        }
    }

    /** @return whether there are tables */
    private boolean migrations() {
        var flyway = Migrations.of(owner, serviceRole).load();
        MigrationInfo[] all = flyway.info().all();
        MigrationInfo current = flyway.info().current();
        if (current == null) {
            found.accept(ok("schema", "none yet: the first start of the service makes its tables"));
            return false;
        }
        String version = current.getVersion().getVersion();
        try {
            flyway.validate();
        } catch (FlywayException changed) {
            long pending = Arrays.stream(all)
                    .filter(migration -> migration.getState().isResolved()
                            && !migration.getState().isApplied())
                    .count();
            found.accept(
                    pending > 0 && onlyPending(all)
                            ? warn(
                                    "schema",
                                    "%s, %d to come with the next start".formatted(version, pending),
                                    "./janua backup before it")
                            : fail(
                                    "schema",
                                    "the migrations in this database are not this version's: " + changed.getMessage(),
                                    "start the version that migrated it, or restore a backup"));
            return true;
        }
        boolean newer =
                Arrays.stream(all).anyMatch(migration -> !migration.getState().isResolved());
        found.accept(
                newer
                        ? warn("schema", version + ", from a newer version of Janua", "upgrade this one, too")
                        : ok("schema", version));
        return true;
    }

    private static boolean onlyPending(MigrationInfo[] all) {
        return Arrays.stream(all)
                .noneMatch(migration -> migration.getState().isFailed()
                        || !migration.isChecksumMatching()
                        || !migration.isDescriptionMatching());
    }

    private static Finding audit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOGS)) {
            row.next();
            if (row.getLong("broken") > 0) {
                return fail(
                        "audit",
                        "%d of %d logs do not fit their trees".formatted(row.getLong("broken"), row.getLong("logs")),
                        "docs/how-to/audit-and-verify.md, when there are findings");
            }
            if (row.getLong("late") > 0) {
                return warn(
                        "audit",
                        "%d entries wait for their place for more than a minute".formatted(row.getLong("late")),
                        "start the service; where it runs, its log says why");
            }
            return ok("audit", "%d logs, each with its tree signed to the end".formatted(row.getLong("logs")));
        }
    }
}
