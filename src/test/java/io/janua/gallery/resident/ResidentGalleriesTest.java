package io.janua.gallery.resident;

import static io.janua.support.Api.as;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.janua.gallery.resident.ResidentView.State;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies that are not to be trusted any more. */
@QuarkusTest
class ResidentGalleriesTest {

    private static final long MANY = 1_000_000;

    @Inject
    ResidentGalleries galleries;

    @Inject
    TemplateFeed feed;

    @Inject
    ResidentSweep sweep;

    private TestTenant tenant;
    private GalleryKey key;

    @BeforeEach
    void aGalleryInMemory() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        Tenants.enrolled(tenant, "staff", "bob", BOB + "/1.jpg");
        key = new GalleryKey(
                tenant.id(),
                galleryId(),
                as(tenant.key()).get("/v1/galleries/staff").then().extract().path("model"));
        filled();
    }

    @Test
    void ofAServerThatAnotherOneReplacedItIsNotSearchedAndNotKept() {
        GalleryCopy copy = filled();
        copy.refreshed(new Snapshot(copy.snapshot().transactions(), "the one before"), Instant.now());

        identified().then().body("outcome", equalTo("identified")).body("subject", equalTo("alice"));

        await().until(() -> {
            // Once more: whoever was just following it may have said otherwise since.
            copy.refreshed(new Snapshot(copy.snapshot().transactions(), "the one before"), Instant.now());
            return galleries.ready(key).map(now -> now != copy).orElse(true);
        });
    }

    @Test
    void thatCouldNotBeFollowedForLongItIsGivenUp() {
        GalleryCopy copy = filled();

        await().until(() -> {
            // Once more: whoever was just following it may have said otherwise since.
            copy.refreshed(copy.snapshot(), Instant.now().minus(Duration.ofHours(2)));
            galleries.refresh();
            return galleries.ready(key).isEmpty();
        });

        assertThat(galleries.of(tenant.id())).isEmpty();
        identified().then().body("subject", equalTo("alice"));
    }

    @Test
    void ofAGalleryThatShrankItIsGivenUp() {
        GalleryCopy copy = filled();
        copy.counted(copy.counts(), Instant.now().minus(Duration.ofMinutes(2)));

        galleries.refresh();

        assertThat(galleries.of(tenant.id())).isEmpty();
    }

    @Test
    void itIsReadAnewWhenHalfOfItIsWaste() {
        GalleryCopy copy = filled();
        as(tenant.key()).delete("/v1/galleries/staff/subjects/bob").then().statusCode(200);

        await().until(() -> galleries.ready(key).map(now -> now != copy).orElse(false));

        assertThat(galleries.ready(key).orElseThrow().templates()).isEqualTo(1);
        identified().then().body("subject", equalTo("alice"));
    }

    @Test
    void whatDoesNotFitStaysInTheDatabase() {
        var withLittleMemory = new ResidentGalleries(feed, 1, 1000);

        withLittleMemory.searched(key, MANY);

        await().until(() -> withLittleMemory.all().stream().anyMatch(view -> view.state() == State.NO_ROOM));
        assertThat(withLittleMemory.ready(key)).isEmpty();
        assertThat(withLittleMemory.bytes()).isZero();
        withLittleMemory.stop(null);
    }

    @Test
    void changesOfLongAgoAreForgottenHoweverManyTheyAre() {
        UUID gallery = UUID.randomUUID();
        Database.execute("""
                INSERT INTO template_change (tenant_id, gallery_id, subject_id, changed_at)
                SELECT 'default', ?, gen_random_uuid(), now() - make_interval(mins => CASE i WHEN 0 THEN 1 ELSE 61 END)
                FROM generate_series(0, 100000) i""", gallery);

        sweep.run();

        assertThat(Database.query("SELECT count(*) FROM template_change WHERE gallery_id = ?", gallery))
                .isEqualTo(1);
    }

    private GalleryCopy filled() {
        return await().until(
                        () -> {
                            galleries.searched(key, MANY);
                            return galleries.ready(key);
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private Response identified() {
        return as(tenant.key())
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/staff/identify");
    }

    private UUID galleryId() {
        return UUID.fromString(Database.text(
                "SELECT id FROM gallery WHERE tenant_id = '%s' AND name = 'staff'".formatted(tenant.id())));
    }
}
