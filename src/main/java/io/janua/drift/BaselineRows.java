package io.janua.drift;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The baselines of the tenant at hand, within the caller's transaction. */
@ApplicationScoped
class BaselineRows {

    private static final String FIND = """
            SELECT from_day, to_day, chosen, taken_at FROM drift_baseline
            WHERE tenant_id = ? AND gallery_id = ? AND model = ?""";

    private static final String ADD = """
            INSERT INTO drift_baseline (tenant_id, gallery_id, model, from_day, to_day, chosen, taken_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, gallery_id, model) DO\s""";

    private static final String PUT = ADD + """
            UPDATE SET from_day = excluded.from_day, to_day = excluded.to_day, chosen = excluded.chosen,
                taken_at = excluded.taken_at""";

    private static final String PUT_FIRST = ADD + "NOTHING";

    private final Sql sql;
    private final CurrentTenant tenant;

    BaselineRows(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    Optional<Baseline> find(UUID gallery, String model) {
        return sql.query(FIND, BaselineRows::baseline, tenant.id(), gallery, model).stream()
                .findFirst();
    }

    /** In place of the one before. */
    void put(UUID gallery, String model, Baseline baseline) {
        insert(PUT, gallery, model, baseline);
    }

    /** @return the one that somebody chose meanwhile, or this one */
    Baseline putFirst(UUID gallery, String model, Baseline baseline) {
        insert(PUT_FIRST, gallery, model, baseline);
        return find(gallery, model).orElse(baseline);
    }

    private void insert(String statement, UUID gallery, String model, Baseline baseline) {
        sql.update(
                statement,
                tenant.id(),
                gallery,
                model,
                baseline.from(),
                baseline.to(),
                baseline.chosen(),
                baseline.takenAt());
    }

    private static Baseline baseline(ResultSet row) throws SQLException {
        return new Baseline(
                row.getObject(1, LocalDate.class),
                row.getObject(2, LocalDate.class),
                row.getBoolean(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
