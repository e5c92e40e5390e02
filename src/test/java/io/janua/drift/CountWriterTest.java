package io.janua.drift;

import static io.janua.support.Api.as;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.Database;
import io.janua.support.MovableClock;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a picture to a row that says of nobody that it was theirs. */
@QuarkusTest
class CountWriterTest {

    private static final String STAFF = "staff";
    private static final String MODEL = "mobilefacenet-arcface-128";

    @Inject
    Recognitions recognitions;

    @Inject
    Tally tally;

    @Inject
    CountRows rows;

    @Inject
    CountWriter writer;

    @Inject
    DriftConfig config;

    @Inject
    DriftJob job;

    @Inject
    MovableClock clock;

    private TestTenant tenant;

    @BeforeEach
    void aGallery() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, STAFF);
    }

    @Test
    void whatIsAskedIsCountedByBins() {
        Tenants.enrolled(tenant, STAFF, "alice", ALICE + "/1.jpg");
        Tenants.enrolled(tenant, STAFF, "bob", BOB + "/1.jpg");
        identify(synthetic(ALICE + "/3.jpg"), 200);
        verify("alice", synthetic(ALICE + "/3.jpg"));
        verify("bob", synthetic(ALICE + "/3.jpg"));
        identify(flat(320, 320, ".jpg"), 422);

        writer.write();

        assertThat(counted("foundScore")).isEqualTo(2);
        assertThat(counted("othersScore")).isEqualTo(1);
        assertThat(counted("othersRarity")).isEqualTo(1);
        assertThat(counted("acquisition")).isEqualTo(4);
        assertThat(counted("quality")).isEqualTo(3);
        assertThat(counted("quality.sharpness")).isEqualTo(3);
        assertThat(Database.query(
                        "SELECT count FROM recognition_count WHERE tenant_id = ? AND measure = 'acquisition' AND bin = 1",
                        tenant.id()))
                .isEqualTo(1);
    }

    @Test
    void nothingIsWrittenWhereNothingHappened() {
        writer.write();

        assertThat(rowsOfTenant()).isZero();
    }

    @Test
    void instancesAddToTheSameBins() throws Exception {
        List<CountWriter> instances = Stream.generate(this::instance).limit(4).toList();

        try (var threads = Executors.newFixedThreadPool(instances.size())) {
            for (var written : instances.stream()
                    .map(instance -> threads.submit(instance::write))
                    .toList()) {
                written.get();
            }
        }

        assertThat(counted("foundScore")).isEqualTo(400);
        assertThat(counted("acquisition")).isEqualTo(400);
    }

    @Test
    void whileTheDatabaseIsGoneCountsAreKept() {
        recognitions.claimed(tenant, STAFF, 5, 0.8);
        TestDatabase.proxy().cut();
        try {
            writer.write();
            writer.write();
        } finally {
            Database.giveBack();
        }
        recognitions.claimed(tenant, STAFF, 5, 0.8);

        writer.write();

        assertThat(counted("foundScore")).isEqualTo(10);
    }

    @Test
    void theCountsOfAGalleryGoWithIt_alsoThoseThatWait() {
        recognitions.claimed(tenant, STAFF, 5, 0.8);
        writer.write();
        recognitions.claimed(tenant, STAFF, 5, 0.8);

        as(tenant.key()).delete("/v1/galleries/staff").then().statusCode(204);
        writer.write();

        assertThat(rowsOfTenant()).isZero();
        assertThat(tally.take().keySet()).noneMatch(place -> place.tenant().equals(tenant.id()));
    }

    @Test
    void countsAreSweptButThoseOfABaseline() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(config.windowDays());
        recognitions.claimed(tenant, STAFF, 1_000, 0.8);
        writer.write();
        try {
            clock.move(Duration.ofDays(config.windowDays()));
            recognitions.claimed(tenant, STAFF, 100, 0.8);
            writer.write();
            clock.move(Duration.ofDays(2));
            job.run(() -> true);
            recognitions.claimed(tenant, STAFF, 7, 0.8);
            writer.write();
            clock.move(Duration.ofDays(config.keepDays() + 3));

            job.run(() -> true);
        } finally {
            clock.putRight();
        }

        assertThat(counted("foundScore")).isEqualTo(1_100);
        assertThat(Database.query(
                        "SELECT count(*) FROM recognition_count WHERE tenant_id = ? AND day > ?", tenant.id(), last))
                .isZero();
    }

    @Test
    void thoseThatFailEveryTimeDoNotStandBeforeTheOthers() {
        var own = new Tally();
        // PostgreSQL has no text with a zero in it.
        Stream.of(MODEL, "one\0", "other\0").forEach(model -> own.count(place(model), Measure.FOUND_SCORE.cell(0.8)));
        var instance = new CountWriter(own, rows, config);

        for (int i = 0; i < 50 && counted("foundScore") == 0; i++) {
            instance.write();
        }

        assertThat(counted("foundScore")).isEqualTo(1);
        assertThat(own.take()).hasSize(2);
    }

    private CountWriter instance() {
        var own = new Tally();
        var place = place(MODEL);
        for (int i = 0; i < 100; i++) {
            own.count(place, Measure.FOUND_SCORE.cell(i / 100.0), Measure.ACQUISITION.cell(i % 4));
        }
        return new CountWriter(own, rows, config);
    }

    private Tally.Place place(String model) {
        var gallery =
                UUID.fromString(Database.text("SELECT id FROM gallery WHERE tenant_id = '%s'".formatted(tenant.id())));
        return new Tally.Place(tenant.id(), gallery, model, LocalDate.of(2026, 6, 2));
    }

    private void identify(byte[] picture, int status) {
        as(tenant.key())
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/galleries/staff/identify")
                .then()
                .statusCode(status);
    }

    private void verify(String subject, byte[] picture) {
        as(tenant.key())
                .contentType("image/jpeg")
                .body(picture)
                .queryParam("subject", subject)
                .post("/v1/galleries/staff/verify")
                .then()
                .statusCode(200);
    }

    private long counted(String measure) {
        return Database.query(
                "SELECT coalesce(sum(count), 0) FROM recognition_count WHERE tenant_id = ? AND measure = ?",
                tenant.id(),
                measure);
    }

    private long rowsOfTenant() {
        return Database.query("SELECT count(*) FROM recognition_count WHERE tenant_id = ?", tenant.id());
    }
}
