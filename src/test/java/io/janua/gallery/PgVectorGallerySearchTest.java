package io.janua.gallery;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PgVectorGallerySearchTest extends StoredGallerySearchContract {

    @Override
    GallerySearch search() {
        return search;
    }
}
