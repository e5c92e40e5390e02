package io.janua.drift;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The counts of the tenant at hand, within the caller's transaction. */
@ApplicationScoped
class CountRows {

    /**
     * In one order, so that instances that write the same bins wait for each other and do not lock each other out; and
     * the gallery first, as its deletion does.
     */
    private static final String ADD = """
            INSERT INTO recognition_count AS c (tenant_id, gallery_id, model, day, measure, bin, count)
            SELECT g.tenant_id, g.id, ?, ?, n.measure, n.bin, n.count
            FROM unnest(?::text[], ?::int[], ?::bigint[]) AS n (measure, bin, count)
            JOIN gallery g ON g.tenant_id = ? AND g.id = ?
            ORDER BY n.measure, n.bin
            FOR KEY SHARE OF g
            ON CONFLICT (tenant_id, gallery_id, model, day, measure, bin) DO UPDATE SET count = c.count + excluded.count""";

    private static final String DAYS = """
            SELECT day, measure, bin, count FROM recognition_count
            WHERE tenant_id = ? AND gallery_id = ? AND model = ? AND day BETWEEN ? AND ?""";

    private static final String FIRST = """
            SELECT min(day) FROM recognition_count
            WHERE tenant_id = ? AND gallery_id = ? AND model = ? AND measure = ? AND day <= ? HAVING sum(count) >= ?""";

    private static final String DELETE = """
            DELETE FROM recognition_count c WHERE c.tenant_id = ? AND c.day < ? AND NOT EXISTS (
                SELECT FROM drift_baseline b WHERE b.tenant_id = c.tenant_id AND b.gallery_id = c.gallery_id
                    AND b.model = c.model AND c.day BETWEEN b.from_day AND b.to_day)""";

    private final Sql sql;
    private final CurrentTenant tenant;

    CountRows(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    private record Row(LocalDate day, String measure, int bin, long count) {}

    /** To what other instances wrote. Nothing where the gallery was deleted meanwhile. */
    void add(UUID gallery, String model, LocalDate day, Counts counts) {
        List<String> measures = new ArrayList<>();
        List<Integer> bins = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (Measure measure : Measure.ALL) {
            long[] counted = counts.of(measure);
            for (int bin = 0; bin < counted.length; bin++) {
                if (counted[bin] > 0) {
                    measures.add(measure.name());
                    bins.add(bin);
                    numbers.add(counted[bin]);
                }
            }
        }
        sql.update(
                ADD,
                model,
                day,
                new Sql.Array("text", measures.toArray()),
                new Sql.Array("int", bins.toArray()),
                new Sql.Array("bigint", numbers.toArray()),
                tenant.id(),
                gallery);
    }

    /** By day, without {@link Counts#dropFew few}; days without any are left out. */
    SortedMap<LocalDate, Counts> days(UUID gallery, String model, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Counts> days = new TreeMap<>();
        sql.query(
                        DAYS,
                        row -> new Row(
                                row.getObject(1, LocalDate.class), row.getString(2), row.getInt(3), row.getLong(4)),
                        tenant.id(),
                        gallery,
                        model,
                        from,
                        to)
                .forEach(row -> Measure.named(row.measure())
                        .filter(measure -> row.bin() < measure.bins().count())
                        .ifPresent(measure -> days.computeIfAbsent(row.day(), _ -> Counts.none())
                                .add(measure.offset() + row.bin(), row.count())));
        days.values().forEach(Counts::dropFew);
        return days;
    }

    Counts sum(UUID gallery, String model, LocalDate from, LocalDate to) {
        return Counts.sum(days(gallery, model, from, to).values());
    }

    /** The first day with a probe, once there are that many. */
    Optional<LocalDate> firstDay(UUID gallery, String model, LocalDate last, long probes) {
        return sql
                .query(
                        FIRST,
                        row -> row.getObject(1, LocalDate.class),
                        tenant.id(),
                        gallery,
                        model,
                        Measure.ACQUISITION.name(),
                        last,
                        probes)
                .stream()
                .findFirst();
    }

    /** But those of baselines. */
    void deleteBefore(LocalDate day) {
        sql.update(DELETE, tenant.id(), day);
    }
}
