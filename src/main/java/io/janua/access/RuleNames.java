package io.janua.access;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which groups and access points a rule names. Plain SQL, because the rows are nothing but what ties them together. */
@ApplicationScoped
class RuleNames {

    private static final String GROUPS_OF = """
            SELECT r.rule_id, g.name FROM access_rule_group r
            JOIN access_group g ON g.tenant_id = r.tenant_id AND g.id = r.group_id
            WHERE r.tenant_id = ? AND r.rule_id = ANY (?) ORDER BY g.name""";

    private static final String POINTS_OF = """
            SELECT r.rule_id, p.name FROM access_rule_point r
            JOIN access_point p ON p.tenant_id = r.tenant_id AND p.id = r.point_id
            WHERE r.tenant_id = ? AND r.rule_id = ANY (?) ORDER BY p.name""";

    private static final String ESCORTS_OF = """
            SELECT r.id, g.name FROM access_rule r
            JOIN access_group g ON g.tenant_id = r.tenant_id AND g.id = r.escort_group_id
            WHERE r.tenant_id = ? AND r.id = ANY (?)""";

    private static final String ADD_GROUPS = """
            INSERT INTO access_rule_group (tenant_id, gallery_id, rule_id, group_id) SELECT ?, ?, ?, unnest(?)""";

    private static final String ADD_POINTS =
            "INSERT INTO access_rule_point (tenant_id, rule_id, point_id) SELECT ?, ?, unnest(?)";

    private static final String NAMING_GROUPS = """
            SELECT g.id, r.name FROM unnest(?) g (id)
            JOIN access_rule r ON r.escort_group_id = g.id
                OR EXISTS (SELECT FROM access_rule_group n WHERE n.rule_id = r.id AND n.group_id = g.id)
            WHERE r.tenant_id = ? ORDER BY r.name""";

    private static final String NAMING_SCHEDULES = """
            SELECT schedule_id, name FROM access_rule
            WHERE tenant_id = ? AND schedule_id = ANY (?) AND (?::uuid[] IS NULL OR gallery_id = ANY (?))
            ORDER BY name""";

    private static final String PAGE = """
            SELECT r.id FROM access_rule r
            WHERE r.tenant_id = ? AND r.name > ? AND (?::uuid[] IS NULL OR r.gallery_id = ANY (?))
                AND (?::text IS NULL
                    OR EXISTS (SELECT FROM access_rule_group n JOIN access_group g ON g.id = n.group_id
                        WHERE n.tenant_id = r.tenant_id AND n.rule_id = r.id AND g.name = ?)
                    OR EXISTS (SELECT FROM access_group g WHERE g.tenant_id = r.tenant_id AND g.id = r.escort_group_id
                        AND g.name = ?))
                AND (?::text IS NULL
                    OR EXISTS (SELECT FROM access_rule_point n JOIN access_point p ON p.id = n.point_id
                        WHERE n.tenant_id = r.tenant_id AND n.rule_id = r.id AND p.name = ?))
                AND (?::text IS NULL
                    OR EXISTS (SELECT FROM access_schedule s WHERE s.tenant_id = r.tenant_id AND s.id = r.schedule_id
                        AND s.name = ?))
            ORDER BY r.name LIMIT ?""";

    private static final String OF_SUBJECT = """
            SELECT r.id FROM access_rule r
            WHERE r.tenant_id = ? AND r.gallery_id = ? AND r.enabled AND (r.everyone
                OR EXISTS (SELECT FROM access_rule_group n JOIN access_group_member m ON m.group_id = n.group_id
                    WHERE n.tenant_id = r.tenant_id AND n.rule_id = r.id AND m.subject_id = ?))""";

    private final Sql sql;
    private final CurrentTenant tenant;

    RuleNames(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    private record Named(UUID id, String name) {}

    /** In order; a rule without one is missing. */
    Map<UUID, List<String>> groupsOf(Collection<UUID> rules) {
        return byId(named(GROUPS_OF, tenant.id(), ids(rules)));
    }

    /** In order; a rule without one is missing. */
    Map<UUID, List<String>> pointsOf(Collection<UUID> rules) {
        return byId(named(POINTS_OF, tenant.id(), ids(rules)));
    }

    /** A rule without one is missing. */
    Map<UUID, String> escortsOf(Collection<UUID> rules) {
        return named(ESCORTS_OF, tenant.id(), ids(rules)).stream().collect(Collectors.toMap(Named::id, Named::name));
    }

    /** @param rule written already */
    void replace(Rule rule, Collection<UUID> groups, Collection<UUID> points) {
        sql.update("DELETE FROM access_rule_group WHERE tenant_id = ? AND rule_id = ?", tenant.id(), rule.id);
        sql.update("DELETE FROM access_rule_point WHERE tenant_id = ? AND rule_id = ?", tenant.id(), rule.id);
        sql.update(ADD_GROUPS, tenant.id(), rule.galleryId, rule.id, ids(groups));
        sql.update(ADD_POINTS, tenant.id(), rule.id, ids(points));
    }

    /** Names of rules, in order. */
    Set<String> namingGroup(UUID group) {
        return names(named(NAMING_GROUPS, ids(List.of(group)), tenant.id()));
    }

    /** Groups that no rule names are missing. */
    Map<UUID, Long> countsNaming(Collection<UUID> groups) {
        return counts(named(NAMING_GROUPS, ids(groups), tenant.id()));
    }

    /** Names of rules, in order. */
    Set<String> namingSchedule(UUID schedule) {
        return names(named(NAMING_SCHEDULES, tenant.id(), ids(List.of(schedule)), null, null));
    }

    /**
     * Schedules that no rule names are missing.
     *
     * @param galleries whose rules count; empty for all
     */
    Map<UUID, Long> countsOfSchedules(Collection<UUID> schedules, Optional<Set<UUID>> galleries) {
        var only = galleries.map(RuleNames::ids).orElse(null);
        return counts(named(NAMING_SCHEDULES, tenant.id(), ids(schedules), only, only));
    }

    /** @param galleries whose rules count; empty for all */
    List<UUID> after(String last, RuleFilter filter, Optional<Set<UUID>> galleries, int limit) {
        var only = galleries.map(RuleNames::ids).orElse(null);
        return sql.query(
                PAGE,
                row -> row.getObject(1, UUID.class),
                tenant.id(),
                last,
                only,
                only,
                filter.group,
                filter.group,
                filter.group,
                filter.point,
                filter.point,
                filter.schedule,
                filter.schedule,
                limit);
    }

    /** Those that are enabled and are for the subject at some time. */
    List<UUID> of(UUID gallery, UUID subject) {
        return sql.query(OF_SUBJECT, row -> row.getObject(1, UUID.class), tenant.id(), gallery, subject);
    }

    private List<Named> named(String query, Object... parameters) {
        return sql.query(query, row -> new Named(row.getObject(1, UUID.class), row.getString(2)), parameters);
    }

    private static Map<UUID, List<String>> byId(List<Named> found) {
        return found.stream()
                .collect(Collectors.groupingBy(Named::id, Collectors.mapping(Named::name, Collectors.toList())));
    }

    private static Map<UUID, Long> counts(List<Named> found) {
        return found.stream().collect(Collectors.groupingBy(Named::id, Collectors.counting()));
    }

    private static Set<String> names(List<Named> found) {
        return found.stream().map(Named::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Sql.Array ids(Collection<UUID> ids) {
        return new Sql.Array("uuid", ids.toArray());
    }
}
