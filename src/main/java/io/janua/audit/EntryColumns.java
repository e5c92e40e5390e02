package io.janua.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Compares the columns by which entries are searched with the entries themselves. Only these are hashed, so somebody
 * could alter the others and hide an entry from a filter.
 */
@ApplicationScoped
class EntryColumns {

    private static final int PAGE = 1_000;
    private static final List<String> TEXTS = List.of("id", "actor", "action", "gallery", "subject", "outcome");

    private static final String ENTRIES = """
            SELECT leaf_index, id, recorded_at, actor, action, gallery, subject, outcome, content FROM audit_entry
            WHERE tenant_id = ? AND leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index""";

    private final Sql sql;

    EntryColumns(Sql sql) {
        this.sql = sql;
    }

    /**
     * What differs, one sentence each.
     *
     * @param size of the tree
     * @param most how many are told
     */
    List<String> differences(String tenant, long size, int most) {
        List<String> found = new ArrayList<>();
        for (long from = 0; from < size && found.size() < most; from += PAGE) {
            sql.query(ENTRIES, EntryColumns::differences, tenant, from, Math.min(from + PAGE, size))
                    .forEach(found::addAll);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static List<String> differences(ResultSet row) throws SQLException {
        JsonNode entry = EntryContent.parse(row.getString("content"));
        List<String> differing = new ArrayList<>();
        if (!entry.isObject()) {
            // The verifier tells of that.
            return differing;
        }
        for (String column : TEXTS) {
            if (!Objects.equals(row.getString(column), entry.path(column).textValue())) {
                differing.add(difference(row, column));
            }
        }
        var recorded = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        if (!recorded.toString().equals(entry.path("time").textValue())) {
            differing.add(difference(row, "recorded_at"));
        }
        return differing;
    }

    private static String difference(ResultSet row, String column) throws SQLException {
        return "Entry %d (%s): its column '%s', by which it is searched, was changed."
                .formatted(row.getLong("leaf_index"), row.getString("id"), column);
    }
}
