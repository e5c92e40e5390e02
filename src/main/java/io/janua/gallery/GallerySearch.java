package io.janua.gallery;

import io.janua.vision.Embedding;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Compares a probe with the templates of a gallery. Every implementation answers as an exact scan would: subjects that
 * are active and valid now, of this tenant, gallery and model, each with its best template.
 */
public interface GallerySearch {

    /** How many other subjects a duplicate check looks at. */
    int DUPLICATES = 10;

    /**
     * @param limit at least 1; fewer subjects come back only when the gallery has no more
     * @throws io.janua.problem.Problem {@code model_mismatch} when the probe is of another model
     */
    SearchResult nearest(GalleryRef gallery, Embedding probe, int limit);

    /**
     * Everybody, whether or not they take part now.
     *
     * @throws io.janua.problem.Problem {@code model_mismatch} when the probe is of another model
     */
    SearchResult everybody(GalleryRef gallery, Embedding probe, int limit);

    /**
     * Everybody but one subject, whether or not they take part now: a suspended person must not come back under another
     * id.
     *
     * @throws io.janua.problem.Problem {@code model_mismatch} when the probe is of another model
     */
    SearchResult others(GalleryRef gallery, Embedding probe, UUID except, int limit);

    /**
     * The subject's best score; empty when it has no template of the gallery's model. Status and validity are not
     * looked at.
     *
     * @throws io.janua.problem.Problem {@code model_mismatch} when the probe is of another model
     */
    OptionalDouble best(GalleryRef gallery, UUID subject, Embedding probe);

    /**
     * Within a transaction: nobody else passes here for this gallery until it ends. Two enrolments of one new face
     * would otherwise both find no duplicate.
     */
    void awaitExclusiveEnrolment(GalleryRef gallery);
}
