package io.janua.api;

import static io.janua.support.AccessApi.put;
import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.TestModels;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many people are held, why, and for how long. */
@QuarkusTest
class HoldingsTest {

    @Test
    void aGallerysHoldingsAreCounted() {
        String gallery = newGallery(
                Map.of("imageRetention", "crop", "retentionDays", 100, "purpose", "Entry to the laboratory"));
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(201);
        putSubject(gallery, "bob", "Bob").then().statusCode(201);
        putSubject(gallery, "carol", "Carol").then().statusCode(201);
        // Two consents of one subject are one subject with consent; a withdrawn one is none.
        giveConsent(gallery, "alice").then().statusCode(201);
        giveConsent(gallery, "alice").then().statusCode(201);
        giveConsent(gallery, "bob").then().statusCode(201);
        Database.execute(
                "UPDATE consent SET withdrawn_at = now() WHERE subject_id ="
                        + " (SELECT s.id FROM subject s JOIN gallery g ON g.id = s.gallery_id"
                        + " WHERE g.name = ? AND s.external_id = 'bob')",
                gallery);
        lastUsed(gallery, "bob", "2020-01-02T03:04:05Z");
        String empty = newGallery();
        String access = "/v1/galleries/%s/subjects/bob/access/".formatted(gallery);
        put(FIRST_KEY, access + "card", Map.of("number", "12-34567")).then().statusCode(200);
        put(FIRST_KEY, access + "pin", Map.of("pin", "4711")).then().statusCode(200);

        holdings(gallery, empty)
                .then()
                .statusCode(200)
                .body("generatedAt", notNullValue())
                .body("galleries", hasSize(2))
                .rootPath("galleries.find { it.gallery == '%s' }".formatted(gallery))
                .body("purpose", equalTo("Entry to the laboratory"))
                .body("consent", equalTo("optional"))
                .body("retentionDays", equalTo(100))
                .body("subjects", equalTo(3))
                .body("withConsent", equalTo(1))
                .body("withoutConsent", equalTo(2))
                .body("faces", equalTo(2))
                .body("pictures", equalTo(2))
                .body("credentials", equalTo(2))
                .body("templates", equalTo(Map.of(TestModels.embedder(), 2)))
                .body("oldestLastUse", equalTo("2020-01-02T03:04:05Z"))
                .body("dueWithin30Days", equalTo(1))
                .rootPath("galleries.find { it.gallery == '%s' }".formatted(empty))
                .body("$", not(hasKey("purpose")))
                .body("subjects", equalTo(0))
                .body("templates", anEmptyMap())
                .body("oldestLastUse", equalTo(null))
                .rootPath("totals")
                .body("galleries", equalTo(2))
                .body("subjects", equalTo(3))
                .body("withConsent", equalTo(1))
                .body("withoutConsent", equalTo(2))
                .body("faces", equalTo(2))
                .body("pictures", equalTo(2))
                .body("templates", equalTo(2))
                .body("dueWithin30Days", equalTo(1));
    }

    @Test
    void soonMeansWithin30Days() {
        String gallery = newGallery(Map.of("retentionDays", 40));
        putSubject(gallery, "soon", "Soon").then().statusCode(201);
        putSubject(gallery, "later", "Later").then().statusCode(201);
        Database.execute(
                "UPDATE subject SET last_used_at = now() - CASE external_id WHEN 'soon' THEN interval '10 days 1 minute'"
                        + " ELSE interval '9 days 23 hours' END"
                        + " WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?)",
                gallery);

        holdings(gallery).then().body("totals.dueWithin30Days", equalTo(1));
    }

    @Test
    void onlyPermittedGalleriesAreCounted() {
        String mine = newGallery();
        String other = newGallery();
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "victims-staff");

        holdings(mine).then().body("galleries.gallery", contains(mine));
        as(newKey(List.of("privacy.read"), null))
                .get("/v1/privacy/holdings")
                .then()
                .statusCode(200)
                .body("galleries.gallery", hasItems(mine, other))
                .body("galleries.gallery", not(hasItem(startsWith("victims"))));
        as(tenant.key()).get("/v1/privacy/holdings").then().body("galleries.gallery", contains("victims-staff"));
        as(Tenants.newTenant().key())
                .get("/v1/privacy/holdings")
                .then()
                .statusCode(200)
                .body("galleries", hasSize(0))
                .body("totals.subjects", equalTo(0));
    }

    @Test
    void theReportNeedsItsPermission() {
        as(newKey(List.of("subjects.read", "galleries.read"), null))
                .get("/v1/privacy/holdings")
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
    }

    private static Response holdings(String... galleries) {
        return as(newKey(List.of("privacy.read"), List.of(galleries))).get("/v1/privacy/holdings");
    }

    private static void lastUsed(String gallery, String subject, String time) {
        Database.execute(
                "UPDATE subject SET last_used_at = CAST(? AS timestamptz) WHERE external_id = ?"
                        + " AND gallery_id = (SELECT id FROM gallery WHERE name = ?)",
                time,
                subject,
                gallery);
    }
}
