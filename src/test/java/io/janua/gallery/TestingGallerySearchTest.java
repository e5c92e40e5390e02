package io.janua.gallery;

import io.janua.vision.Embedding;
import java.time.Instant;
import java.util.UUID;

class TestingGallerySearchTest extends GallerySearchContract {

    private final TestingGallerySearch search = new TestingGallerySearch();

    @Override
    GallerySearch search() {
        return search;
    }

    @Override
    GalleryRef newGallery() {
        return new GalleryRef(UUID.randomUUID(), "g", MODEL, GalleryPolicy.DEFAULT);
    }

    @Override
    UUID addSubject(GalleryRef gallery, String id, SubjectStatus status, Instant validFrom, Instant validUntil) {
        Subject subject = new Subject();
        subject.id = UUID.randomUUID();
        subject.externalId = id;
        subject.status = status;
        subject.validFrom = validFrom;
        subject.validUntil = validUntil;
        search.add(subject);
        return subject.id;
    }

    @Override
    void addTemplate(GalleryRef gallery, UUID subject, Embedding embedding) {
        search.add(gallery, subject, embedding);
    }
}
