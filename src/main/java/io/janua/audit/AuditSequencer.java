package io.janua.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.janua.audit.transparency.Checkpoint;
import io.janua.audit.transparency.MerkleHash;
import io.janua.audit.transparency.NoteReading;
import io.janua.audit.transparency.TiledTree;
import io.janua.database.Sql;
import io.janua.security.Acting;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Gives new entries their place in the tree and signs the tree that comes of it. It runs once a second on one instance;
 * an entry that was acknowledged is in the database already, so what kills this process only delays its place.
 */
@ApplicationScoped
class AuditSequencer {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 5_000;

    private static final String WITH_PENDING_ENTRIES = "SELECT * FROM tenants_with_pending_entries()";

    private static final String BEGIN = "INSERT INTO audit_tree (tenant_id, size) VALUES (?, 0) ON CONFLICT DO NOTHING";
    private static final String LOCK = "SELECT size FROM audit_tree WHERE tenant_id = ? FOR UPDATE";
    private static final String GROW = "UPDATE audit_tree SET size = ? WHERE tenant_id = ?";

    private static final String PENDING = """
            SELECT id, content FROM audit_entry
            WHERE tenant_id = ? AND leaf_index IS NULL ORDER BY id LIMIT ?""";

    private static final String PLACE = """
            UPDATE audit_entry e SET leaf_index = placed.leaf_index
            FROM unnest(?, ?) AS placed (id, leaf_index)
            WHERE e.tenant_id = ? AND e.id = placed.id AND e.leaf_index IS NULL""";

    private static final String LAST_CHECKPOINT =
            "SELECT note FROM audit_checkpoint WHERE tenant_id = ? ORDER BY size DESC LIMIT 1";

    private static final String KEEP_CHECKPOINT =
            "INSERT INTO audit_checkpoint (tenant_id, size, note, created_at) VALUES (?, ?, ?, now())";

    private final Sql sql;
    private final AuditKeys keys;
    private final Event<CheckpointSigned> signed;

    AuditSequencer(Sql sql, AuditKeys keys, Event<CheckpointSigned> signed) {
        this.sql = sql;
        this.keys = keys;
        this.signed = signed;
    }

    private record Pending(UUID id, String content) {}

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring("audit-sequencer", FixedDelay.of(PAUSE)).execute((instance, context) -> sequenceAll());
    }

    void sequenceAll() {
        for (String tenant : sql.query(WITH_PENDING_ENTRIES, row -> row.getString(1))) {
            try {
                sequence(tenant);
            } catch (RuntimeException failed) {
                // The others' entries need not wait for whatever is wrong with this tenant.
                Log.errorf(failed, "audit entries of the tenant %s could not be put into the tree", tenant);
            }
        }
    }

    void sequence(String tenant) {
        new Acting(tenant, "system:audit").run(() -> {
            int placed;
            do {
                placed = QuarkusTransaction.requiringNew().call(() -> placeBatch(tenant));
                if (placed > 0) {
                    signed.fire(new CheckpointSigned());
                }
            } while (placed == BATCH);
        });
    }

    /** @return how many entries got their place */
    private int placeBatch(String tenant) {
        sql.update(BEGIN, tenant);
        long size = sql.query(LOCK, row -> row.getLong(1), tenant).getFirst();
        List<Pending> pending =
                sql.query(PENDING, row -> new Pending(row.getObject(1, UUID.class), row.getString(2)), tenant, BATCH);
        if (pending.isEmpty()) {
            return 0;
        }
        TiledTree tree = new TiledTree(new DatabaseTiles(sql, tenant), size);
        refuseAltered(tenant, tree);
        tree.append(pending.stream()
                .map(entry -> MerkleHash.leaf(entry.content().getBytes(StandardCharsets.UTF_8)))
                .toList());
        place(tenant, pending, size);
        sql.update(GROW, tree.size(), tenant);
        var checkpoint = new Checkpoint(Checkpoint.originOf(tenant), tree.size(), tree.root());
        sql.update(KEEP_CHECKPOINT, tenant, tree.size(), keys.signer(tenant).sign(checkpoint));
        return pending.size();
    }

    /** Whoever altered the tree must not get a signature for it. */
    private void refuseAltered(String tenant, TiledTree tree) {
        var last = sql.query(LAST_CHECKPOINT, row -> row.getString(1), tenant).stream()
                .findFirst()
                .map(note -> keys.verifier(tenant).read(note));
        boolean asSigned = last.isEmpty()
                ? tree.size() == 0
                : last.get() instanceof NoteReading.Signed signed
                        && signed.checkpoint()
                                .equals(new Checkpoint(Checkpoint.originOf(tenant), tree.size(), tree.root()));
        if (!asSigned) {
            throw new IllegalStateException(
                    "the tree is not the one that was signed last: it was altered, and nothing more is signed");
        }
    }

    private void place(String tenant, List<Pending> pending, long from) {
        Object[] ids = pending.stream().map(Pending::id).toArray();
        Object[] places = LongStream.range(from, from + pending.size()).boxed().toArray();
        int placed = sql.update(PLACE, new Sql.Array("uuid", ids), new Sql.Array("bigint", places), tenant);
        if (placed != pending.size()) {
            throw new IllegalStateException("%d entries were to be placed, %d were".formatted(pending.size(), placed));
        }
    }
}
