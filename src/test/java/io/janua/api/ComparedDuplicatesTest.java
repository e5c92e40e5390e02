package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Api;
import io.janua.support.AuditTrail;
import io.janua.support.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twins: a person decides that a duplicate is none. */
@QuarkusTest
class ComparedDuplicatesTest {

    private String gallery;

    @BeforeEach
    void aTwinIsEnrolled() {
        gallery = newGallery(Map.of("duplicates", "refuse"));
        enrolled(gallery, "twin", synthetic(ALICE + "/1.jpg"));
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
    }

    @Test
    void whomAPersonHasComparedIsNoDuplicate() {
        enroll("r-" + UUID.randomUUID()).then().statusCode(409).body("code", equalTo("duplicate_face"));
        String request = "r-" + UUID.randomUUID();

        enroll(request, "twin").then().statusCode(201).body("duplicates", empty());

        assertThat(AuditTrail.of(Api.FIRST_KEY, request))
                .singleElement()
                .extracting(entry -> entry.get("facts"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("distinctFrom", "twin");
    }

    @Test
    void anotherDuplicateIsStillOne() {
        enroll("r-" + UUID.randomUUID(), "twin").then().statusCode(201);
        putSubject(gallery, "alicia", "Alicia").then().statusCode(201);

        asAdmin()
                .contentType("image/jpeg")
                .queryParam("distinctFrom", "twin")
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/{g}/subjects/alicia/faces", gallery)
                .then()
                .statusCode(409)
                .body("duplicates.subject", equalTo(java.util.List.of("alice")));
    }

    @Test
    void nobodyIsComparedWithSomebodyWhoIsNotThere() {
        enroll("r-" + UUID.randomUUID(), "twin", "nobody")
                .then()
                .statusCode(404)
                .body("code", equalTo("subject_not_found"))
                .body("field", equalTo("distinctFrom"));
    }

    @Test
    void aKioskThatOnlyEnrolsDoesNotDecideWhoIsWho() {
        var kiosk = TestKey.permitting("enroll");

        Api.as(kiosk.secret())
                .contentType("image/jpeg")
                .queryParam("distinctFrom", "twin")
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/{g}/subjects/alice/faces", gallery)
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"))
                .body("field", equalTo("distinctFrom"));
    }

    @Test
    void nobodyIsDistinctFromACrowd() {
        String[] crowd = IntStream.range(0, 10).mapToObj(i -> "s" + i).toArray(String[]::new);
        enroll("r-" + UUID.randomUUID(), crowd).then().statusCode(400).body("code", equalTo("validation_failed"));
    }

    private Response enroll(String request, String... distinctFrom) {
        return asAdmin()
                .header("X-Request-Id", request)
                .contentType("image/jpeg")
                .queryParam("distinctFrom", (Object[]) distinctFrom)
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/{g}/subjects/alice/faces", gallery);
    }
}
