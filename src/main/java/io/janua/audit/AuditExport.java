package io.janua.audit;

import io.janua.audit.transparency.ExportLine;
import io.janua.audit.transparency.ExportWriter;
import io.janua.audit.transparency.TiledTree;
import io.janua.database.Sql;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes the log out, so that others can check it without this service. */
@ApplicationScoped
class AuditExport {

    private static final int PAGE = 1_000;

    private static final String ENTRIES = """
            SELECT leaf_index, content FROM audit_entry
            WHERE tenant_id = ? AND leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index""";

    private final AuditLog log;
    private final Sql sql;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final FullReads reads;
    private final Event<Happening> happenings;

    AuditExport(
            AuditLog log, Sql sql, CurrentTenant tenant, Caller caller, FullReads reads, Event<Happening> happenings) {
        this.log = log;
        this.sql = sql;
        this.tenant = tenant;
        this.caller = caller;
        this.reads = reads;
        this.happenings = happenings;
    }

    private record Placed(long index, String content) {}

    /** What an export will hold, checked and told of before its first byte is sent. */
    record Plan(long first, CheckpointView checkpoint) {}

    /**
     * @param first index of the first entry wanted, as many as an earlier export had
     * @throws Problem {@code gallery_not_permitted}, {@code checkpoint_not_found}, {@code validation_failed}
     */
    Plan plan(long first) {
        refuseLimitedCallers();
        CheckpointView latest = log.latestCheckpoint();
        if (first > latest.size()) {
            throw Problems.invalid(
                    "from",
                    "The log has %d entries with a place.".formatted(latest.size()),
                    "Ask for a number up to that.");
        }
        QuarkusTransaction.requiringNew()
                .run(() -> happenings.fire(
                        Happening.of(Action.AUDIT_EXPORTED).with("from", first).with("size", latest.size())));
        return new Plan(first, latest);
    }

    /** @throws Problem {@code busy} when too many read whole logs already; nothing is written then */
    void write(Plan plan, OutputStream out) throws IOException {
        reads.oneMore(tenant.id(), () -> {
            writeAll(plan, out);
            return null;
        });
    }

    /** Reads a page of entries at a time, each in a transaction of its own: what has its place does not change. */
    void writeAll(Plan plan, OutputStream out) throws IOException {
        long size = plan.checkpoint().size();
        var tree = new TiledTree(new DatabaseTiles(sql, tenant.id()), size);
        var writer = new ExportWriter(
                out,
                ExportLine.Header.of(tenant.id(), plan.first(), size),
                plan.checkpoint().note(),
                tree);
        for (long from = plan.first(); from < size; from += PAGE) {
            long to = Math.min(from + PAGE, size);
            writePage(writer, entries(from, to), from, to);
        }
        writer.end();
    }

    /** Whoever may see some galleries only cannot be given the tree, which holds all. */
    void refuseLimitedCallers() {
        caller.refuseIfLimited(
                "The whole log is not for a key that is limited to galleries.",
                "Use a key without 'galleries', or list entries with GET /v1/audit/entries.");
    }

    private void writePage(ExportWriter writer, List<Placed> entries, long from, long to) throws IOException {
        long next = from;
        for (Placed entry : entries) {
            for (; next < entry.index(); next++) {
                writer.missing();
            }
            writer.entry(entry.content());
            next++;
        }
        for (; next < to; next++) {
            writer.missing();
        }
    }

    private List<Placed> entries(long from, long to) {
        return sql.query(
                ENTRIES, row -> new Placed(row.getLong("leaf_index"), row.getString("content")), tenant.id(), from, to);
    }
}
