package io.janua.gallery;

import java.util.UUID;

/**
 * A subject that a search found.
 *
 * @param subject the caller's own id
 * @param score the highest cosine similarity of the probe to one of the subject's templates
 */
public record Candidate(UUID id, String subject, String name, double score) {

    /** @param row id, external id, name, inner product */
    static Candidate from(Object[] row) {
        return new Candidate((UUID) row[0], (String) row[1], (String) row[2], TemplateQueries.cosine((Number) row[3]));
    }
}
