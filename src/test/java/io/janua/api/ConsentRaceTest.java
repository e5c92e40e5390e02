package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Database;
import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A withdrawal goes before an enrolment or after it, never in between. */
@QuarkusTest
class ConsentRaceTest {

    private static final byte[] FACE = synthetic(ALICE + "/1.jpg");

    @Test
    void aWithdrawalWhileTheFaceIsComputedWins() throws SQLException {
        String gallery = consentedAlice();
        CompletableFuture<Response> enrolment;
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // In the place of a withdrawal that has the subject's lock and has not ended yet.
            statement.execute(
                    "SELECT FROM subject s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = '%s' FOR UPDATE OF s"
                            .formatted(gallery));
            enrolment = CompletableFuture.supplyAsync(() -> enroll(gallery, "alice", FACE));
            while (!Database.somebodyWaits()) {
                assertThat(enrolment)
                        .as("an enrolment that waits for the withdrawal")
                        .isNotDone();
                Thread.onSpinWait();
            }
            statement.execute(
                    "UPDATE consent c SET withdrawn_at = now() FROM gallery g WHERE g.id = c.gallery_id AND g.name = '%s'"
                            .formatted(gallery));
            connection.commit();
        }

        enrolment.join().then().statusCode(409).body("code", equalTo("consent_missing"));
        assertThat(faces(gallery)).isZero();
    }

    @RepeatedTest(10)
    void nothingIsLeftOfAnEnrolmentThatMeetsAWithdrawal() {
        String gallery = consentedAlice();

        var enrolments = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> enroll(gallery, "alice", FACE)))
                .toList();
        // Some are under way now, and others come too late.
        enrolments.getFirst().join();
        var withdrawal = CompletableFuture.supplyAsync(() -> asAdmin()
                .contentType(ContentType.JSON)
                .post("/v1/galleries/{g}/subjects/alice/consents/withdrawals", gallery));

        assertThat(withdrawal.join().statusCode()).isEqualTo(200);
        assertThat(enrolments)
                .allSatisfy(
                        enrolment -> assertThat(enrolment.join().statusCode()).isIn(201, 409));
        assertThat(faces(gallery)).isZero();
    }

    private static String consentedAlice() {
        String gallery = newGallery(Map.of("consent", "required"));
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        giveConsent(gallery, "alice").then().statusCode(201);
        return gallery;
    }

    private static long faces(String gallery) {
        return Database.query(
                "SELECT count(*) FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", gallery);
    }
}
