package io.janua.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes, lists and erases the subjects of a gallery. */
@ApplicationScoped
class SubjectService {

    private final Galleries galleries;
    private final SubjectRepository subjects;
    private final SampleRepository samples;
    private final Erasures erasures;
    private final MergePatch mergePatch;
    private final ObjectMapper json;
    private final Event<Happening> happenings;

    SubjectService(
            Galleries galleries,
            SubjectRepository subjects,
            SampleRepository samples,
            Erasures erasures,
            MergePatch mergePatch,
            ObjectMapper json,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.samples = samples;
        this.erasures = erasures;
        this.mergePatch = mergePatch;
        this.json = json;
        this.happenings = happenings;
    }

    /** A subject after a PUT. */
    record Put(SubjectView subject, boolean created) {}

    /** @param createOnly refuse instead of replacing a subject that exists */
    Put put(String gallery, String externalId, SubjectContent content, boolean createOnly) {
        if (!SubjectRef.isId(externalId)) {
            throw Problems.invalid(
                    "subject",
                    "A subject's id has 1 to 128 characters, none of them a slash or a control character.",
                    "Use your own stable id, for example a personnel number.");
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> write(gallery, externalId, content, createOnly));
        } catch (ConstraintViolationException createdMeanwhile) {
            // Two callers put the same new subject at once: the second one finds it now.
            return QuarkusTransaction.requiringNew().call(() -> write(gallery, externalId, content, createOnly));
        }
    }

    private Put write(String gallery, String externalId, SubjectContent content, boolean createOnly) {
        GalleryRef in = galleries.open(gallery);
        var existing = subjects.namedForUpdate(in.id(), externalId);
        if (existing.isPresent() && createOnly) {
            throw new Problem(
                    ProblemCode.SUBJECT_EXISTS,
                    "There is a subject '%s' in the gallery already.".formatted(externalId),
                    "subject",
                    "Leave out If-None-Match to replace what is said of the subject; its faces stay.");
        }
        Subject subject = existing.orElseGet(() -> newSubject(in, externalId));
        describe(subject, content);
        subjects.persistAndFlush(subject);
        happenings.fire(Happening.of(existing.isEmpty() ? Action.SUBJECT_CREATED : Action.SUBJECT_CHANGED)
                .in(gallery)
                .on(externalId));
        return new Put(view(subject), existing.isEmpty());
    }

    @Transactional
    Page<SubjectView> list(String gallery, SubjectFilter filter, PageQuery query) {
        GalleryRef in = galleries.open(gallery);
        String list = "subjects:%s:%s".formatted(in.id(), filter.name());
        var found = subjects.after(in.id(), query.lastKey(list).orElse(""), filter, query.size() + 1);
        var faces = samples.facesOf(found.stream().map(subject -> subject.id).toList());
        return Page.of(list, found, query.size(), subject -> subject.externalId)
                .map(subject -> SubjectView.from(subject, faces.getOrDefault(subject.id, Faces.NONE)));
    }

    @Transactional
    SubjectView get(String gallery, String externalId) {
        return view(find(gallery, externalId));
    }

    @Transactional
    SubjectView change(String gallery, String externalId, JsonNode patch) {
        Subject subject = findForUpdate(gallery, externalId);
        var current = new SubjectContent(
                subject.name, subject.attributes, subject.status, subject.validFrom, subject.validUntil);
        describe(subject, mergePatch.apply(current, patch, SubjectContent.class));
        happenings.fire(Happening.of(Action.SUBJECT_CHANGED).in(gallery).on(externalId));
        return view(subject);
    }

    /** With all samples, templates, pictures and consents of the subject. */
    @Transactional
    Receipt erase(String gallery, String externalId) {
        return erasures.eraseSubject(galleries.open(gallery), externalId, "request");
    }

    private Subject find(String gallery, String externalId) {
        GalleryRef in = galleries.open(gallery);
        return subjects.named(in.id(), externalId).orElseThrow(() -> Subjects.notFound(externalId));
    }

    /** Two changes at once would else each write back what the other one changed. */
    private Subject findForUpdate(String gallery, String externalId) {
        GalleryRef in = galleries.open(gallery);
        return subjects.namedForUpdate(in.id(), externalId).orElseThrow(() -> Subjects.notFound(externalId));
    }

    private SubjectView view(Subject subject) {
        return SubjectView.from(subject, samples.facesOf(List.of(subject.id)).getOrDefault(subject.id, Faces.NONE));
    }

    private static Subject newSubject(GalleryRef gallery, String externalId) {
        Subject subject = new Subject();
        subject.galleryId = gallery.id();
        subject.externalId = externalId;
        subject.createdAt = Instant.now();
        subject.lastUsedAt = subject.createdAt;
        return subject;
    }

    private void describe(Subject subject, SubjectContent content) {
        AttributeLimits.check(json.valueToTree(content.attributes()));
        if (content.validFrom() != null
                && content.validUntil() != null
                && !content.validUntil().isAfter(content.validFrom())) {
            throw Problems.invalid(
                    "validUntil", "'validUntil' is not after 'validFrom'.", "Exchange them, or leave one out.");
        }
        subject.name = content.name();
        subject.attributes = content.attributes();
        subject.status = content.status();
        subject.validFrom = content.validFrom();
        subject.validUntil = content.validUntil();
        subject.updatedAt = Instant.now();
    }
}
