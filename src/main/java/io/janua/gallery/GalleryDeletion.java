package io.janua.gallery;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/**
 * Deletes a gallery with everybody in it. The subjects go first, each in a transaction of its own and with its receipt:
 * a call that ended early has done what it has done, and the next one goes on.
 */
@ApplicationScoped
class GalleryDeletion {

    private static final String REASON = "gallery deleted";
    private static final int BATCH = 100;

    private final Galleries access;
    private final GalleryRepository galleries;
    private final SubjectRepository subjects;
    private final Erasures erasures;
    private final Event<GalleryDeletionBegins> beginnings;
    private final Event<GalleryChanged> changes;
    private final Event<Happening> happenings;

    GalleryDeletion(
            Galleries access,
            GalleryRepository galleries,
            SubjectRepository subjects,
            Erasures erasures,
            Event<GalleryDeletionBegins> beginnings,
            Event<GalleryChanged> changes,
            Event<Happening> happenings) {
        this.access = access;
        this.galleries = galleries;
        this.subjects = subjects;
        this.erasures = erasures;
        this.beginnings = beginnings;
        this.changes = changes;
        this.happenings = happenings;
    }

    void delete(String name) {
        GalleryRef gallery =
                QuarkusTransaction.requiringNew().call(() -> access.find(name).ref());
        beginnings.fire(new GalleryDeletionBegins(gallery.name()));
        long erased = eraseEverybody(gallery);
        while (!deleteEmpty(gallery, erased)) {
            erased += eraseEverybody(gallery);
        }
    }

    private long eraseEverybody(GalleryRef gallery) {
        long erased = 0;
        List<String> batch = batch(gallery);
        while (!batch.isEmpty()) {
            for (String subject : batch) {
                erased += erase(gallery, subject) ? 1 : 0;
            }
            batch = batch(gallery);
        }
        return erased;
    }

    private List<String> batch(GalleryRef gallery) {
        return QuarkusTransaction.requiringNew()
                .call(() -> subjects.after(gallery.id(), "", new SubjectFilter(), BATCH).stream()
                        .map(subject -> subject.externalId)
                        .toList());
    }

    /** @return false when somebody else erased the subject meanwhile */
    private boolean erase(GalleryRef gallery, String subject) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean there = subjects.namedForUpdate(gallery.id(), subject).isPresent();
            if (there) {
                erasures.eraseSubject(gallery, subject, REASON);
            }
            return there;
        });
    }

    /**
     * Whoever came meanwhile is not erased here: an enrolment that holds the subject may be waiting for the gallery.
     *
     * @return false when somebody is in the gallery again
     */
    private boolean deleteEmpty(GalleryRef gallery, long erased) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Gallery last =
                    galleries.lockedForDeletion(gallery.id()).orElseThrow(() -> Galleries.notFound(gallery.name()));
            if (subjects.count("galleryId", gallery.id()) > 0) {
                return false;
            }
            galleries.delete(last);
            changes.fire(new GalleryChanged(gallery.name()));
            happenings.fire(
                    Happening.of(Action.GALLERY_DELETED).in(gallery.name()).with("subjects", erased));
            return true;
        });
    }
}
