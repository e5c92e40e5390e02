package io.janua.audit;

import io.janua.database.Sql;
import io.janua.privacy.SubjectHistory;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What the log says of one subject, for the subject's own eyes. */
@ApplicationScoped
class SubjectEntries implements SubjectHistory {

    private static final int PAGE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String ENTRIES = """
            SELECT id, content FROM audit_entry
            WHERE tenant_id = ? AND gallery = ? AND subject = ? AND id > ? ORDER BY id LIMIT ?""";

    private final Sql sql;
    private final CurrentTenant tenant;

    SubjectEntries(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    private record Found(UUID id, String content) {}

    @Override
    public void write(String gallery, String subject, Consumer<String> lines) {
        UUID last = BEFORE_ALL;
        List<Found> page;
        do {
            page = sql.query(
                    ENTRIES,
                    row -> new Found(row.getObject(1, UUID.class), row.getString(2)),
                    tenant.id(),
                    gallery,
                    subject,
                    last,
                    PAGE);
            page.forEach(entry -> lines.accept(entry.content()));
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
    }
}
