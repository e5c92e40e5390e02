package io.janua.audit;

import io.janua.audit.transparency.MerkleTree;
import io.janua.audit.transparency.TiledTree;
import io.janua.database.Sql;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows the tenant's log: entries, checkpoints, keys. */
@ApplicationScoped
class AuditLog {

    private static final String CHECKPOINT_LIST = "audit-checkpoints";

    private static final String CHECKPOINTS = """
            SELECT size, created_at, note FROM audit_checkpoint
            WHERE tenant_id = ? AND size < ? ORDER BY size DESC LIMIT ?""";

    private static final String BEYOND_TREE = """
            SELECT e.id FROM audit_entry e JOIN audit_tree t ON t.tenant_id = e.tenant_id
            WHERE e.tenant_id = ? AND e.leaf_index >= t.size ORDER BY e.leaf_index LIMIT 100""";

    private final AuditEntryRepository entries;
    private final Sql sql;
    private final AuditKeys keys;
    private final CurrentTenant tenant;
    private final Caller caller;

    AuditLog(AuditEntryRepository entries, Sql sql, AuditKeys keys, CurrentTenant tenant, Caller caller) {
        this.entries = entries;
        this.sql = sql;
        this.keys = keys;
        this.tenant = tenant;
        this.caller = caller;
    }

    @Transactional
    Page<AuditEntryView> list(AuditFilter filter, PageQuery query) {
        var found = entries.before(query.lastId(filter.list()), filter, caller.galleries(), query.size() + 1);
        return Page.of(filter.list(), found, query.size(), entry -> entry.id.toString())
                .map(AuditEntryView::from);
    }

    /** With its proof, once it has its place. */
    @Transactional
    AuditEntryView get(UUID id) {
        AuditEntry entry = entries.visible(id, caller.galleries())
                .orElseThrow(() -> new Problem(
                        ProblemCode.AUDIT_ENTRY_NOT_FOUND,
                        "There is no audit entry %s.".formatted(id),
                        "id",
                        "List the entries with GET /v1/audit/entries."));
        return proof(entry).map(AuditEntryView.from(entry)::with).orElseGet(() -> AuditEntryView.from(entry));
    }

    @Transactional
    Page<CheckpointView> checkpoints(PageQuery query) {
        long before = query.lastNumber(CHECKPOINT_LIST).orElse(Long.MAX_VALUE);
        var found = checkpoints(before, query.size() + 1);
        return Page.of(CHECKPOINT_LIST, found, query.size(), checkpoint -> String.valueOf(checkpoint.size()));
    }

    /** @throws Problem {@code checkpoint_not_found} while the log is empty */
    @Transactional
    CheckpointView latestCheckpoint() {
        return checkpoints(Long.MAX_VALUE, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ProblemCode.CHECKPOINT_NOT_FOUND,
                        "Nothing has been signed yet: the first checkpoint follows the first entry within seconds.",
                        null,
                        "Try again in a moment."));
    }

    /** Ids of entries to which somebody gave a place that the tree does not have; a healthy log has none. */
    List<UUID> beyondTree() {
        return sql.query(BEYOND_TREE, row -> row.getObject(1, UUID.class), tenant.id());
    }

    List<AuditKeyView> keys() {
        return keys.published(tenant.id());
    }

    /** Empty while the signed tree does not hold it. */
    private Optional<AuditEntryView.Proof> proof(AuditEntry entry) {
        return entry.leafIndex == null
                ? Optional.empty()
                : Optional.of(latestCheckpoint())
                        .filter(latest -> entry.leafIndex < latest.size())
                        .map(latest -> proof(entry, latest));
    }

    private AuditEntryView.Proof proof(AuditEntry entry, CheckpointView latest) {
        var tree = new TiledTree(new DatabaseTiles(sql, tenant.id()), latest.size());
        var path = MerkleTree.inclusionProof(tree, entry.leafIndex, latest.size()).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
        return new AuditEntryView.Proof(entry.content, path, latest.note());
    }

    private List<CheckpointView> checkpoints(long beforeSize, int limit) {
        return sql.query(CHECKPOINTS, AuditLog::checkpoint, tenant.id(), beforeSize, limit);
    }

    private static CheckpointView checkpoint(ResultSet row) throws SQLException {
        return new CheckpointView(
                row.getLong("size"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
