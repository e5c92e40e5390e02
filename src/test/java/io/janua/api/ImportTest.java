package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Imports.ended;
import static io.janua.support.Imports.items;
import static io.janua.support.Imports.send;
import static io.janua.support.Imports.started;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.TestArchive;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many people at once. */
@QuarkusTest
class ImportTest {

    private static TestArchive people(String... folders) {
        var archive = TestArchive.of();
        for (String person : folders) {
            archive.with(person + "/1.jpg", synthetic(person + "/1.jpg"))
                    .with(person + "/3.jpg", synthetic(person + "/3.jpg"));
        }
        return archive;
    }

    @Test
    void everybodyInTheArchiveIsEnrolled() {
        String gallery = newGallery();
        byte[] archive = people(ALICE, BOB, "person-0002")
                .with("subjects.csv", "subject;name;department\n%s;Ada Lovelace;engines\n".formatted(ALICE))
                .bytes();

        String id = send(asAdmin().queryParam("name", "people.zip"), gallery, archive)
                .then()
                .statusCode(202)
                .body("gallery", equalTo(gallery))
                .body("name", equalTo("people.zip"))
                .body("state", equalTo("running"))
                .body("total", equalTo(6))
                .body("subjects", equalTo(3))
                .extract()
                .path("id");

        assertThat(ended(FIRST_KEY, id))
                .containsEntry("state", "done")
                .containsEntry("done", 6)
                .containsEntry("enrolled", 6)
                .containsEntry("refused", 0)
                .containsKeys("startedBy", "finishedAt", "picturesKeptUntil")
                .doesNotContainKeys("picturesPerSecond", "remainingSeconds");
        asAdmin()
                .get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE)
                .then()
                .body("name", equalTo("Ada Lovelace"))
                .body("attributes.department", equalTo("engines"))
                .body("faces", equalTo(2));
        identify(gallery, synthetic(BOB + "/3.jpg")).then().body("subject", equalTo(BOB));
        assertThat(items(FIRST_KEY, id)).hasSize(6).allSatisfy(item -> assertThat(item)
                .containsEntry("outcome", "enrolled")
                .containsEntry("hasImage", false)
                .containsKeys("face", "subject"));
        assertThat(Database.query("SELECT count(*) FROM bulk_import_picture WHERE import_id = ?::uuid", id))
                .isZero();
        asAdmin().get("/v1/imports").then().body("items.id", hasItem(id));
        asAdmin().queryParam("gallery", newGallery()).get("/v1/imports").then().body("items", empty());
    }

    @Test
    void eachBadFileSaysWhatIsWrongAndTheOthersAreEnrolled() {
        String gallery = newGallery();
        byte[] broken = Arrays.copyOf(synthetic(ALICE + "/1.jpg"), 5000);
        byte[] archive = people(ALICE)
                .with("bob/flat.jpg", flat(400, 400, ".jpg"))
                .with("bob/broken.jpg", broken)
                .with("bob/notes.txt", "not a picture")
                .with("bob/more.zip", TestArchive.of().with("a", "b").bytes())
                .with("bob/empty.jpg", new byte[0])
                .with("here/carol/1.jpg", synthetic("person-0002/1.jpg"))
                .with("there/carol/1.jpg", synthetic("person-0003/1.jpg"))
                .with("subjects.csv", "subject,file\ndora,dora.jpg\n")
                .bytes();

        String id = started(FIRST_KEY, gallery, archive);

        assertThat(ended(FIRST_KEY, id)).containsEntry("enrolled", 2).containsEntry("refused", 8);
        assertThat(items(FIRST_KEY, id))
                .filteredOn(item -> item.get("outcome").equals("refused"))
                .allSatisfy(item -> assertThat(item).containsKeys("code", "detail", "remedy"))
                .extracting(item -> item.get("file"), item -> item.get("code"), item -> item.get("hasImage"))
                .containsExactlyInAnyOrder(
                        tuple("bob/flat.jpg", "no_face", true),
                        tuple("bob/broken.jpg", "image_truncated", true),
                        tuple("bob/notes.txt", "image_type_unsupported", false),
                        tuple("bob/more.zip", "archive_nested", false),
                        tuple("bob/empty.jpg", "file_empty", false),
                        tuple("here/carol/1.jpg", "subject_ambiguous", true),
                        tuple("there/carol/1.jpg", "subject_ambiguous", true),
                        tuple("dora.jpg", "file_missing", false));
        // Refused work leaves nothing behind, no subject without a face either.
        asAdmin().get("/v1/galleries/{g}/subjects", gallery).then().body("items", hasSize(1));
        asAdmin()
                .queryParam("outcome", "enrolled")
                .get("/v1/imports/{id}/items", id)
                .then()
                .body("items", hasSize(2));
        byte[] picture = asAdmin()
                .get("/v1/imports/{id}/items/{n}/image", id, number(id, "bob/broken.jpg"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(Arrays.equals(picture, broken)).isTrue();
        asAdmin()
                .get("/v1/imports/{id}/items/{n}/image", id, number(id, ALICE + "/1.jpg"))
                .then()
                .statusCode(404)
                .body("code", equalTo("image_not_kept"));
    }

    @Test
    void refusedPicturesLieSealed() {
        String gallery = newGallery();
        byte[] picture = flat(400, 400, ".jpg");
        String id = started(
                FIRST_KEY, gallery, TestArchive.of().with("bob/1.jpg", picture).bytes());
        ended(FIRST_KEY, id);

        assertThat(Database.query(
                        "SELECT count(*) FROM bulk_import_picture WHERE import_id = ?::uuid"
                                + " AND position(?::bytea IN content) = 0",
                        id,
                        Arrays.copyOf(picture, 20)))
                .isEqualTo(1);
    }

    @Test
    void whatIsKnownOfASubjectStays() {
        String gallery = newGallery();
        putSubject(gallery, ALICE, "Alice").then().statusCode(201);

        String id = started(
                FIRST_KEY,
                gallery,
                people(ALICE)
                        .with("subjects.csv", "subject,name\n%s,Somebody else\n".formatted(ALICE))
                        .bytes());

        assertThat(ended(FIRST_KEY, id)).containsEntry("enrolled", 2);
        asAdmin().get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE).then().body("name", equalTo("Alice"));
    }

    @Test
    void duplicatesAreNamed() {
        String warns = newGallery();
        enrolled(warns, "known", synthetic(ALICE + "/3.jpg"));
        String refuses = newGallery(Map.of("duplicates", "refuse"));
        enrolled(refuses, "known", synthetic(ALICE + "/3.jpg"));
        byte[] archive = TestArchive.of()
                .with("stranger/1.jpg", synthetic(ALICE + "/1.jpg"))
                .bytes();

        String warned = started(FIRST_KEY, warns, archive);
        String refused = started(FIRST_KEY, refuses, archive);

        assertThat(ended(FIRST_KEY, warned)).containsEntry("enrolled", 1);
        assertThat(ended(FIRST_KEY, refused)).containsEntry("refused", 1);
        for (String id : List.of(warned, refused)) {
            asAdmin()
                    .get("/v1/imports/{id}/items", id)
                    .then()
                    .body("items[0].duplicates[0].subject", equalTo("known"))
                    .body("items[0].duplicates[0].name", equalTo("Name of known"))
                    .body("items[0].duplicates[0].score", notNullValue());
        }
        asAdmin().delete("/v1/galleries/{g}/subjects/known", refuses).then().statusCode(200);
        String item = asAdmin().get("/v1/imports/{id}/items", refused).asString();
        assertThat(item).contains("duplicate_face").doesNotContain("known");
    }

    @Test
    void consentsAreRecordedForThoseWhoHaveNone() {
        String gallery = newGallery(Map.of("consent", "required"));
        byte[] archive = people(ALICE).bytes();

        String without = started(FIRST_KEY, gallery, archive);
        assertThat(ended(FIRST_KEY, without)).containsEntry("refused", 2);
        assertThat(items(FIRST_KEY, without))
                .allSatisfy(item -> assertThat(item).containsEntry("code", "consent_missing"));

        String with = send(asAdmin().queryParams("textVersion", "2026-01", "channel", "paper"), gallery, archive)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(ended(FIRST_KEY, with)).containsEntry("enrolled", 2);
        asAdmin()
                .get("/v1/galleries/{g}/subjects/{s}/consents", gallery, ALICE)
                .then()
                .body("items", hasSize(1))
                .body("items[0].textVersion", equalTo("2026-01"))
                .body("items[0].channel", equalTo("paper"));
    }

    @Test
    void theAuditLogTellsOfTheImportAndOfEachFace() {
        String gallery = newGallery();
        String id = started(
                FIRST_KEY,
                gallery,
                people(ALICE).with("bob/1.jpg", flat(400, 400, ".jpg")).bytes());
        ended(FIRST_KEY, id);

        var told = AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery));

        assertThat(told)
                .extracting(entry -> entry.get("action"))
                .contains("import.start", "import.finish", "subject.create");
        assertThat(told)
                .filteredOn(entry -> entry.get("action").equals("face.enroll"))
                .extracting(entry -> entry.get("outcome"))
                .containsExactlyInAnyOrder("done", "done", "no_face");
        // The one who started it, not the service.
        assertThat(told).extracting(entry -> entry.get("actor")).doesNotContain("system:import");
    }

    @Test
    void theReportIsATableThatRunsNothing() {
        String gallery = newGallery();
        String id = started(
                FIRST_KEY,
                gallery,
                TestArchive.of()
                        .with("=cmd()/1.jpg", flat(400, 400, ".jpg"))
                        .with("bob, \"the\" builder/1.jpg", flat(400, 400, ".jpg"))
                        .bytes());
        ended(FIRST_KEY, id);

        String report = asAdmin()
                .get("/v1/imports/{id}/report", id)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(report)
                .startsWith("number,file,subject,outcome,code,detail,remedy,face,duplicates\r\n")
                .contains("'=cmd()/1.jpg,'=cmd(),refused,no_face")
                .contains("\"bob, \"\"the\"\" builder/1.jpg\"")
                .doesNotContain("\n=");
        assertThat(asAdmin()
                        .queryParam("outcome", "enrolled")
                        .get("/v1/imports/{id}/report", id)
                        .asString()
                        .lines())
                .hasSize(1);
    }

    @Test
    void whoFollowsIsToldUntilTheEnd() {
        String gallery = newGallery();
        String id = started(FIRST_KEY, gallery, people(ALICE, BOB).bytes());

        String events = asAdmin()
                .accept("text/event-stream")
                .get("/v1/imports/{id}/events", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events).contains("event:progress").contains("\"state\":\"done\"");
        assertThat(events.lines().filter(line -> line.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"enrolled\":4");
        asAdmin()
                .accept("text/event-stream")
                .get("/v1/imports/{id}/events", "018f0000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void brokenUploadsLeaveNothing() {
        String gallery = newGallery();
        byte[] whole = people(ALICE, BOB).bytes();
        byte[] encrypted = whole.clone();
        encrypted[6] |= 1;

        refused(gallery, Arrays.copyOf(whole, whole.length / 2), 400, "archive_truncated");
        refused(gallery, Arrays.copyOf(whole, whole.length - 30), 400, "archive_truncated");
        refused(gallery, "not a ZIP".getBytes(StandardCharsets.UTF_8), 400, "archive_invalid");
        refused(gallery, new byte[0], 400, "archive_invalid");
        refused(gallery, encrypted, 422, "archive_encrypted");
        refused(gallery, TestArchive.of().bytes(), 422, "archive_empty");
        refused(gallery, TestArchive.of().folder("alice").bytes(), 422, "archive_empty");
        refused(gallery, people(ALICE).with("subjects.csv", "name\nAda").bytes(), 422, "subjects_csv_invalid");

        asAdmin().queryParam("gallery", gallery).get("/v1/imports").then().body("items", empty());
        assertThat(Database.query(
                        "SELECT count(*) FROM bulk_import WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?)",
                        gallery))
                .isZero();
    }

    @Test
    void whoMayNotDoesNot() {
        String gallery = newGallery();
        byte[] archive = people(ALICE).bytes();
        String id = started(FIRST_KEY, gallery, archive);
        ended(FIRST_KEY, id);

        send(newKey(List.of("enroll"), null), gallery, archive)
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
        String other = newKey(List.of("enroll", "subjects.read", "subjects.write"), List.of(newGallery()));
        send(other, gallery, archive).then().statusCode(403).body("code", equalTo("gallery_not_permitted"));
        as(other).get("/v1/imports").then().body("items", empty());
        as(other).get("/v1/imports/{id}", id).then().statusCode(404);
        as(other).get("/v1/imports/{id}/items", id).then().statusCode(404);
        String withoutConsents = newKey(List.of("enroll", "subjects.write"), null);
        send(as(withoutConsents).queryParams("textVersion", "1", "channel", "paper"), gallery, archive)
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
        send(asAdmin().queryParam("textVersion", "1"), gallery, archive)
                .then()
                .statusCode(400)
                .body("field", equalTo("channel"));
        send(FIRST_KEY, newGallery(Map.of("challenge", "always")), archive)
                .then()
                .statusCode(409)
                .body("code", equalTo("import_needs_challenge"));
        as(withoutConsents).get("/v1/imports/{id}/items/1/image", id).then().statusCode(403);
    }

    @Test
    void onlyWhatHasEndedIsForgotten() {
        String gallery = newGallery();
        String id = started(FIRST_KEY, gallery, people(ALICE).bytes());
        ended(FIRST_KEY, id);

        asAdmin().delete("/v1/imports/{id}", id).then().statusCode(204);

        asAdmin().get("/v1/imports/{id}", id).then().statusCode(404).body("code", equalTo("import_not_found"));
        asAdmin()
                .get("/v1/galleries/{g}/subjects", gallery)
                .then()
                .body("items.id", not(empty()))
                .body("items[0].faces", equalTo(2));
    }

    private static void refused(String gallery, byte[] archive, int status, String code) {
        send(FIRST_KEY, gallery, archive).then().statusCode(status).body("code", equalTo(code));
    }

    private static int number(String id, String file) {
        return items(FIRST_KEY, id).stream()
                .filter(item -> file.equals(item.get("file")))
                .map(item -> (int) item.get("number"))
                .findFirst()
                .orElseThrow();
    }
}
