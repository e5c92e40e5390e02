package io.janua.ops.trace;

import io.opentelemetry.api.common.Attributes;
import java.util.Set;

/**
 * What spans may say outside of the process. A path and a query string hold ids, an address is somebody's, an
 * exception's text may quote a row: whatever is not listed is dropped, also what a library adds one day.
 */
final class SpanAttributes {

    private static final Set<String> LISTED = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "error.type",
            "db.system",
            "db.system.name",
            "db.namespace",
            "db.name",
            "db.operation",
            "db.operation.name",
            "db.collection.name",
            "db.sql.table",
            "db.query.summary",
            // With a question mark for whatever was a value.
            "db.query.text",
            "db.statement");

    private SpanAttributes() {}

    static Attributes listed(Attributes all) {
        return all.toBuilder()
                .removeIf(attribute -> !LISTED.contains(attribute.getKey()))
                .build();
    }
}
