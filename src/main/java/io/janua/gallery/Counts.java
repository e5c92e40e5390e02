package io.janua.gallery;

import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads queries that count by an id: one for a page, instead of one for each of its rows. */
final class Counts {

    private Counts() {}

    /** @param query rows of an id and a number */
    static Map<UUID, Long> by(TypedQuery<Object[]> query) {
        return query.getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }
}
