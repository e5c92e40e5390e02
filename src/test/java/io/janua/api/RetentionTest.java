package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is not used for as long as the policy says is erased, and nobody else. */
@QuarkusTest
class RetentionTest {

    @Test
    void whoWasNotUsedForLongIsErased() {
        String gallery = newGallery(Map.of("retentionDays", 30, "imageRetention", "crop"));
        enrolled(gallery, "old", synthetic(ALICE + "/1.jpg"));
        putSubject(gallery, "new", "New").then().statusCode(201);
        putSubject(gallery, "almost", "Almost").then().statusCode(201);
        lastUsed(gallery, "old", "31 days");
        lastUsed(gallery, "almost", "29 days 23 hours");

        run(gallery, true)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("galleries.gallery", contains(gallery))
                .body("galleries[0].retentionDays", equalTo(30))
                .body("galleries[0].due", equalTo(1))
                .body("galleries[0].erased", equalTo(0));
        assertThat(subjects(gallery)).isEqualTo(3);

        run(gallery, false)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("galleries[0].due", equalTo(1))
                .body("galleries[0].erased", equalTo(1))
                .body("galleries[0].failed", equalTo(0))
                .body("notReached", empty());
        asAdmin().get("/v1/galleries/{g}/subjects", gallery).then().body("items.id", contains("almost", "new"));
        assertThat(Database.query(
                        "SELECT count(*) FROM sample s JOIN gallery g ON g.id = s.gallery_id" + " WHERE g.name = ?",
                        gallery))
                .isZero();
        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND subject = 'old'"
                                + " AND action = 'subject.erase' AND content::jsonb #>> '{facts,reason}' = 'retention'",
                        gallery))
                .isEqualTo(1);
        run(gallery, false).then().body("galleries[0].due", equalTo(0));
    }

    @Test
    void enrollingStartsTheClockAnew() {
        String gallery = newGallery(Map.of("retentionDays", 30));
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        lastUsed(gallery, "alice", "300 days");
        enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(201);

        run(gallery, true).then().body("galleries[0].due", equalTo(0));
    }

    @Test
    void aSlipInDryRunErasesNobody() {
        String gallery = newGallery(Map.of("retentionDays", 1));
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        lastUsed(gallery, "alice", "2 days");

        for (String slip : List.of("1", "ture", "TRUE")) {
            run(gallery, slip).then().statusCode(400).body("code", equalTo("validation_failed"));
        }
        run(gallery, "").then().statusCode(200).body("dryRun", equalTo(true));
        as(newKey(List.of("subjects.write"), List.of(gallery)))
                .post("/v1/privacy/retention-runs?dryRun")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true));
        assertThat(subjects(gallery)).isEqualTo(1);
    }

    @Test
    void oneSubjectThatCannotBeErasedDoesNotKeepTheOthers() {
        String gallery = newGallery(Map.of("retentionDays", 30));
        for (int i = 0; i < 105; i++) {
            putSubject(gallery, "s%03d".formatted(i), "Somebody").then().statusCode(201);
        }
        lastUsed(gallery, "%", "1 year");
        Database.execute("""
                CREATE FUNCTION refuse_to_go() RETURNS trigger LANGUAGE plpgsql
                AS 'BEGIN RAISE EXCEPTION ''stuck''; END'""");
        Database.execute("CREATE TRIGGER stuck BEFORE DELETE ON subject FOR EACH ROW"
                + " WHEN (OLD.external_id = 's003') EXECUTE FUNCTION refuse_to_go()");
        try {
            run(gallery, false)
                    .then()
                    .statusCode(200)
                    .body("galleries[0].due", equalTo(105))
                    .body("galleries[0].erased", equalTo(104))
                    .body("galleries[0].failed", equalTo(1));
        } finally {
            Database.execute("DROP TRIGGER stuck ON subject");
            Database.execute("DROP FUNCTION refuse_to_go()");
        }
        asAdmin().get("/v1/galleries/{g}/subjects", gallery).then().body("items.id", contains("s003"));
        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND action = 'subject.erase'", gallery))
                .isEqualTo(104);

        run(gallery, false).then().body("galleries[0].erased", equalTo(1));
    }

    @Test
    void aRunReachesTheCallersGalleriesOnly() {
        String mine = newGallery(Map.of("retentionDays", 1));
        String other = newGallery(Map.of("retentionDays", 1));
        for (String gallery : List.of(mine, other)) {
            putSubject(gallery, "alice", "Alice").then().statusCode(201);
            lastUsed(gallery, "alice", "2 days");
        }

        run(mine, false).then().statusCode(200);

        assertThat(subjects(mine)).isZero();
        assertThat(subjects(other)).isEqualTo(1);
        as(newKey(List.of("subjects.read", "privacy.read"), null))
                .post("/v1/privacy/retention-runs")
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
    }

    /** As a key that is limited to the gallery, so that tests do not erase each other's subjects. */
    private static Response run(String gallery, Object dryRun) {
        return as(newKey(List.of("subjects.write"), List.of(gallery)))
                .queryParam("dryRun", dryRun)
                .post("/v1/privacy/retention-runs");
    }

    private static void lastUsed(String gallery, String subjects, String ago) {
        Database.execute(
                "UPDATE subject SET last_used_at = now() - CAST(? AS interval) WHERE external_id LIKE ?"
                        + " AND gallery_id = (SELECT id FROM gallery WHERE name = ?)",
                ago,
                subjects,
                gallery);
    }

    private static long subjects(String gallery) {
        return Database.query(
                "SELECT count(*) FROM subject s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", gallery);
    }
}
