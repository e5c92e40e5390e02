package io.janua.gallery;

import java.util.List;

/**
 * Ranked subjects.
 *
 * @param gallerySize how many subjects were compared; of a gallery in memory, as they were last counted, at most a minute
 *     ago
 * @param ranked best first, one entry a subject
 */
public record SearchResult(long gallerySize, List<Candidate> ranked) {

    public SearchResult {
        ranked = List.copyOf(ranked);
    }
}
