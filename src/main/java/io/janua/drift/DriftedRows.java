package io.janua.drift;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What of the tenant at hand is known to have drifted, so that each crossing is told once, whoever looks. */
@ApplicationScoped
class DriftedRows {

    private static final String ADD = """
            INSERT INTO drifted_measure (tenant_id, gallery_id, model, measure, since) VALUES (?, ?, ?, ?, now())
            ON CONFLICT DO NOTHING""";

    private static final String REMOVE = """
            DELETE FROM drifted_measure WHERE tenant_id = ? AND gallery_id = ? AND model = ? AND measure = ?""";

    private static final String FORGET = """
            DELETE FROM drifted_measure WHERE tenant_id = ? AND gallery_id = ? AND model = ?""";

    private final Sql sql;
    private final CurrentTenant tenant;

    DriftedRows(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    /** @return whether that is news */
    boolean add(UUID gallery, String model, Measure measure) {
        return sql.update(ADD, tenant.id(), gallery, model, measure.name()) > 0;
    }

    /** @return whether that is news */
    boolean remove(UUID gallery, String model, Measure measure) {
        return sql.update(REMOVE, tenant.id(), gallery, model, measure.name()) > 0;
    }

    /** What had drifted from a baseline that is none any more. */
    void forget(UUID gallery, String model) {
        sql.update(FORGET, tenant.id(), gallery, model);
    }
}
