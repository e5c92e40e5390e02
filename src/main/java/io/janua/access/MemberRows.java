package io.janua.access;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is in which group. Plain SQL, because the rows are nothing but what ties groups to subjects. */
@ApplicationScoped
class MemberRows {

    private static final String LOCK = """
            SELECT external_id, id FROM subject
            WHERE tenant_id = ? AND gallery_id = ? AND external_id = ANY (?) ORDER BY id FOR KEY SHARE""";

    private static final String PUT = """
            INSERT INTO access_group_member (tenant_id, gallery_id, group_id, subject_id, valid_from, valid_until, added_at)
            VALUES (?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?)
            ON CONFLICT (group_id, subject_id)
                DO UPDATE SET valid_from = excluded.valid_from, valid_until = excluded.valid_until
            RETURNING valid_from, valid_until, added_at, xmax = 0 AS added""";

    private static final String ADD = """
            INSERT INTO access_group_member (tenant_id, gallery_id, group_id, subject_id, added_at)
            SELECT ?, ?, ?, unnest(?), ? ON CONFLICT (group_id, subject_id) DO NOTHING RETURNING subject_id""";

    private static final String REMOVE =
            "DELETE FROM access_group_member WHERE tenant_id = ? AND group_id = ? AND subject_id = ?";

    private static final String PAGE = """
            SELECT s.id, s.external_id, s.name, m.valid_from, m.valid_until, m.added_at
            FROM access_group_member m
            JOIN subject s ON s.tenant_id = m.tenant_id AND s.gallery_id = m.gallery_id AND s.id = m.subject_id
            WHERE m.tenant_id = ? AND m.group_id = ? AND s.external_id > ?
            ORDER BY s.external_id LIMIT ?""";

    private static final String COUNTS = """
            SELECT group_id, count(*) FROM access_group_member WHERE tenant_id = ? AND group_id = ANY (?)
            GROUP BY group_id""";

    private static final String GROUPS = """
            SELECT g.name, m.valid_from, m.valid_until, m.added_at FROM access_group_member m
            JOIN access_group g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
            WHERE m.tenant_id = ? AND m.subject_id = ? ORDER BY g.name""";

    private final Sql sql;
    private final CurrentTenant tenant;

    MemberRows(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    /**
     * @param validFrom null for always
     * @param validUntil null for always
     */
    record Membership(Instant validFrom, Instant validUntil, Instant addedAt) {}

    /** @param added false when the subject was a member before */
    record Put(Membership membership, boolean added) {}

    record Member(UUID subject, String externalId, String name, Membership membership) {}

    /** None of them is erased before the transaction ends; whoever is not in the gallery is missing. */
    Map<String, UUID> locked(UUID gallery, Collection<String> externalIds) {
        return sql
                .query(
                        LOCK,
                        row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
                        tenant.id(),
                        gallery,
                        new Sql.Array("text", externalIds.toArray()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Put put(Group group, UUID subject, Instant validFrom, Instant validUntil) {
        return sql.query(
                        PUT,
                        row -> new Put(membership(row), row.getBoolean("added")),
                        tenant.id(),
                        group.galleryId,
                        group.id,
                        subject,
                        time(validFrom),
                        time(validUntil),
                        time(Instant.now()))
                .getFirst();
    }

    /** @return those who were no members before */
    List<UUID> add(Group group, Collection<UUID> subjects) {
        return sql.query(
                ADD,
                row -> row.getObject(1, UUID.class),
                tenant.id(),
                group.galleryId,
                group.id,
                new Sql.Array("uuid", subjects.toArray()),
                time(Instant.now()));
    }

    /** @return false when the subject was no member */
    boolean remove(Group group, UUID subject) {
        return sql.update(REMOVE, tenant.id(), group.id, subject) > 0;
    }

    List<Member> after(UUID group, String lastExternalId, int limit) {
        return sql.query(
                PAGE,
                row -> new Member(
                        row.getObject("id", UUID.class),
                        row.getString("external_id"),
                        row.getString("name"),
                        membership(row)),
                tenant.id(),
                group,
                lastExternalId,
                limit);
    }

    /** Groups without a member are missing. */
    Map<UUID, Long> counts(Collection<UUID> groups) {
        return sql
                .query(
                        COUNTS,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        tenant.id(),
                        new Sql.Array("uuid", groups.toArray()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In which groups the subject is, by name. */
    List<MembershipView> groupsOf(UUID subject) {
        return sql.query(
                GROUPS,
                row -> new MembershipView(
                        row.getString(1),
                        instant(row, "valid_from"),
                        instant(row, "valid_until"),
                        instant(row, "added_at")),
                tenant.id(),
                subject);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(instant(row, "valid_from"), instant(row, "valid_until"), instant(row, "added_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
