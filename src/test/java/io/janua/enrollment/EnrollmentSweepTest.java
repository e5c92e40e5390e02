package io.janua.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.Api;
import io.janua.support.Applicant;
import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrollmentSweepTest {

    @Inject
    EnrollmentSweep sweep;

    @Test
    void whatEndedLongAgoIsForgotten() {
        String gallery = Api.newGallery();
        Api.putSubject(gallery, "alice", "Alice").then().statusCode(201);
        Applicant.invited(gallery, "alice");
        Api.asAdmin().post("/v1/galleries/{g}/challenges", gallery).then().statusCode(201);

        sweep.run(Instant.now());
        assertThat(rows("challenge", gallery)).isOne();

        sweep.run(Instant.now().plus(Duration.ofDays(2)));
        assertThat(rows("challenge", gallery)).isZero();
        assertThat(rows("invitation", gallery)).isOne();

        sweep.run(Instant.now().plus(Duration.ofDays(34)));
        assertThat(rows("invitation", gallery)).isZero();
    }

    private static long rows(String table, String gallery) {
        return Database.query(
                "SELECT count(*) FROM %s JOIN gallery g ON g.id = gallery_id WHERE g.name = ?".formatted(table),
                gallery);
    }
}
