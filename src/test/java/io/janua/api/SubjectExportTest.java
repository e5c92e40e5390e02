package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.support.AccessApi;
import io.janua.support.Api;
import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.Tenants;
import io.janua.support.TestArchive;
import io.janua.support.TestModels;
import io.janua.support.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.http.ConnectionClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person gets to see all that is held of them, and nothing of anybody else. */
@QuarkusTest
class SubjectExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theArchiveHoldsAllThatIsHeld() throws IOException {
        String gallery = newGallery(Map.of("imageRetention", "crop"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Zoë 张\", \"attributes\": {\"badge\": 7}}")
                .put("/v1/galleries/{g}/subjects/alice", gallery)
                .then()
                .statusCode(201);
        giveConsent(gallery, "alice").then().statusCode(201);
        String first = enroll(gallery, "alice", synthetic(ALICE + "/1.jpg"))
                .then()
                .extract()
                .path("id");
        String second = enroll(gallery, "alice", synthetic(ALICE + "/3.jpg"))
                .then()
                .extract()
                .path("id");
        enrolled(gallery, "bob", synthetic(BOB + "/1.jpg"));
        verify(gallery, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(200);

        var archive = read(export(gallery, "alice")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", equalTo("attachment; filename=\"subject-access-export.zip\""))
                .header("Cache-Control", equalTo("private, no-store"))
                .extract()
                .asByteArray());

        assertThat(archive.keySet())
                .containsExactly(
                        "README.txt",
                        "subject.json",
                        "consents.json",
                        "faces.json",
                        "faces/%s.jpg".formatted(first),
                        "faces/%s.jpg".formatted(second),
                        "imports.json",
                        "access.json",
                        "passages.json",
                        "place.json",
                        "history.ndjson");
        assertThat(text(archive, "README.txt")).contains(TestModels.embedder(), "history.ndjson");

        JsonNode subject = JSON.readTree(archive.get("subject.json"));
        assertThat(subject.path("name").asText()).isEqualTo("Zoë 张");
        assertThat(subject.path("attributes").path("badge").asInt()).isEqualTo(7);
        assertThat(subject.path("gallery").asText()).isEqualTo(gallery);
        assertThat(subject.path("lastUsedAt").asText()).isNotEmpty();

        JsonNode consents = JSON.readTree(archive.get("consents.json"));
        assertThat(consents).hasSize(1);
        assertThat(consents.path(0).path("channel").asText()).isEqualTo("kiosk");

        JsonNode faces = JSON.readTree(archive.get("faces.json"));
        assertThat(faces.findValuesAsText("picture"))
                .containsExactly("faces/%s.jpg".formatted(first), "faces/%s.jpg".formatted(second));
        assertThat(faces.path(0).path("face").path("quality").path("score").isInt())
                .isTrue();
        JsonNode template = faces.path(0).path("templates").path(0);
        assertThat(template.path("model").asText()).isEqualTo(TestModels.embedder());
        assertThat(template.path("dimension").asInt()).isEqualTo(128);
        assertThat(template.path("madeAt").asText()).isNotEmpty();
        assertThat(template).hasSize(3);

        assertThat(TestPictures.decode(archive.get("faces/%s.jpg".formatted(first)))
                        .cols())
                .isGreaterThan(100);
    }

    @Test
    void whatCameInArchivesOfManyIsHeldToo() throws IOException {
        String gallery = newGallery(Map.of("duplicates", "refuse"));
        enrolled(gallery, "bob", synthetic(BOB + "/1.jpg"));
        byte[] flat = TestPictures.flat(400, 400, ".png");
        String id = Imports.started(
                Api.FIRST_KEY,
                gallery,
                TestArchive.of()
                        .with("alice/1.jpg", synthetic(ALICE + "/1.jpg"))
                        .with("alice/2.png", flat)
                        .with("alice/3.jpg", synthetic(BOB + "/3.jpg"))
                        .with("carol/1.jpg", TestPictures.flat(400, 400, ".jpg"))
                        .bytes());
        Imports.ended(Api.FIRST_KEY, id);

        var archive = read(export(gallery, "alice").asByteArray());

        JsonNode files = JSON.readTree(archive.get("imports.json"));
        assertThat(files.findValuesAsText("file")).containsExactly("alice/1.jpg", "alice/2.png", "alice/3.jpg");
        assertThat(files.findValuesAsText("outcome")).containsExactly("enrolled", "refused", "refused");
        assertThat(files.findValuesAsText("code")).containsExactly("no_face", "duplicate_face");
        // The third shows somebody else.
        String picture = "imports/%s-2.png".formatted(id);
        assertThat(files.findValuesAsText("picture")).containsExactly(picture);
        assertThat(archive.get(picture)).isEqualTo(flat);
        assertThat(archive.keySet())
                .filteredOn(name -> name.startsWith("imports/"))
                .hasSize(1);
        assertThat(text(archive, "imports.json")).doesNotContain("bob", "carol");
    }

    @Test
    void theHistoryIsTheSubjectsOwn() throws IOException {
        String gallery = newGallery();
        enrolled(gallery, "4711", synthetic(ALICE + "/1.jpg"));
        asAdmin().delete("/v1/galleries/{g}/subjects/4711", gallery).then().statusCode(200);
        // The number is given to somebody else.
        putSubject(gallery, "4711", "Another person").then().statusCode(201);
        enrolled(gallery, "4712", synthetic(BOB + "/1.jpg"));

        String history = text(read(export(gallery, "4711").asByteArray()), "history.ndjson");

        var actions = history.lines().map(SubjectExportTest::action).toList();
        assertThat(actions).containsExactly("subject.create", "subject.export");
    }

    @Test
    void theExportItselfIsRecorded() {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");
        export(gallery, "alice").then().statusCode(200);

        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND subject = 'alice'"
                                + " AND action = 'subject.export'",
                        gallery))
                .isEqualTo(1);
        // It tells of all pictures at once.
        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND action = 'face.view'", gallery))
                .isZero();
    }

    @Test
    void aSubjectOfWhomNothingIsHeldHasAnArchiveToo() throws IOException {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");

        var archive = read(export(gallery, "alice").asByteArray());

        assertThat(JSON.readTree(archive.get("faces.json"))).isEmpty();
        assertThat(JSON.readTree(archive.get("consents.json"))).isEmpty();
    }

    @Test
    void aPictureThatIsErasedMeanwhileIsLeftOut() throws IOException {
        String gallery = newGallery(Map.of("imageRetention", "crop"));
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        Database.execute(
                "DELETE FROM sample_image WHERE sample_id IN"
                        + " (SELECT s.id FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?)",
                gallery);

        var archive =
                read(export(gallery, "alice").then().statusCode(200).extract().asByteArray());

        assertThat(archive.keySet())
                .containsExactly(
                        "README.txt",
                        "subject.json",
                        "consents.json",
                        "faces.json",
                        "imports.json",
                        "access.json",
                        "passages.json",
                        "place.json",
                        "history.ndjson");
        assertThat(JSON.readTree(archive.get("faces.json"))).hasSize(1);
    }

    @Test
    void whatAccessControlHoldsIsHandedOver_butNoPin() throws IOException {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        putSubject(gallery, "bob", "Bob").then().statusCode(201);
        String group = AccessApi.newGroup(gallery);
        AccessApi.member(group, "alice");
        String access = "/v1/galleries/%s/subjects/alice/access/".formatted(gallery);
        AccessApi.put(FIRST_KEY, access + "card", Map.of("number", "12-34567"))
                .then()
                .statusCode(200);
        AccessApi.put(FIRST_KEY, access + "pin", Map.of("pin", "83114655"))
                .then()
                .statusCode(200);
        AccessApi.put(FIRST_KEY, access + "block", Map.of("reason", "Lost the badge"))
                .then()
                .statusCode(200);

        var archive =
                read(export(gallery, "alice").then().statusCode(200).extract().asByteArray());
        JsonNode held = JSON.readTree(archive.get("access.json"));

        assertThat(held.path("groups").findValuesAsText("group")).containsExactly(group);
        assertThat(held.path("block").path("reason").asText()).isEqualTo("Lost the badge");
        assertThat(held.path("card").asText()).isEqualTo("12-34567");
        assertThat(held.path("pin").asBoolean()).isTrue();
        assertThat(held.path("duressPin").asBoolean()).isFalse();
        assertThat(text(archive, "access.json")).doesNotContain("83114655");
        JsonNode nobodys =
                JSON.readTree(read(export(gallery, "bob").asByteArray()).get("access.json"));
        assertThat(nobodys.has("card")).isFalse();
        assertThat(nobodys.path("groups")).isEmpty();
    }

    @Test
    void theHistoryNamesNobodyElse() throws IOException {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        // Only somebody who signs in has a name, and here keys do.
        Database.execute(
                "UPDATE audit_entry SET content = replace(content, '\"action\"', '\"actorName\":\"Bob\",\"action\"')"
                        + " WHERE tenant_id = ?",
                tenant.id());

        var archive = read(as(tenant.key())
                .get("/v1/galleries/staff/subjects/alice/export")
                .asByteArray());
        String history = text(archive, "history.ndjson");

        assertThat(history).contains("subject.create").doesNotContain("actorName", "Bob");
    }

    @Test
    void anExportThatCannotBeCompletedBreaksOff() {
        String gallery = newGallery(Map.of("imageRetention", "crop"));
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        Database.execute(
                "UPDATE sample_image SET content = 'damaged' WHERE sample_id IN"
                        + " (SELECT s.id FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?)",
                gallery);

        // The connection breaks off or, while nothing has been sent, an error comes: nobody takes a part for the whole.
        assertThatThrownBy(() -> export(gallery, "alice")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isInstanceOfAny(ConnectionClosedException.class, SocketException.class, AssertionError.class);
    }

    @Test
    void moreThanAPageOfConsentsIsExported() throws IOException {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");
        for (int i = 0; i < 101; i++) {
            giveConsent(gallery, "alice").then().statusCode(201);
        }

        assertThat(JSON.readTree(read(export(gallery, "alice").asByteArray()).get("consents.json")))
                .hasSize(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..\\..\\etc\\passwd",
                "..\\x",
                "C:\\x",
                "con:",
                "aux.",
                "~",
                "张 ü\u202e",
                "%2e%2e%2fx",
                "...",
                "README.txt"
            })
    void whatTheCallerWroteBecomesNoFileName(String subject) throws IOException {
        String gallery = newGallery(Map.of("imageRetention", "crop"));
        enrolled(gallery, subject, synthetic(ALICE + "/1.jpg"));

        var archive =
                read(export(gallery, subject).then().statusCode(200).extract().asByteArray());

        assertThat(archive.keySet())
                .hasSize(10)
                .allMatch(name -> name.matches("README\\.txt|[a-z]+\\.(json|ndjson)|faces/[0-9a-f-]{36}\\.jpg"));
        assertThat(JSON.readTree(archive.get("subject.json")).path("id").asText())
                .isEqualTo(subject);
    }

    @Test
    void anExportNeedsBothPermissions() {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");
        for (String one : List.of("privacy.read", "faces.read", "subjects.read")) {
            refused(exportAs(newKey(List.of(one), null), gallery), 403, "operation_not_permitted");
        }
        List<String> both = List.of("privacy.read", "faces.read");
        refused(exportAs(newKey(both, List.of(newGallery())), gallery), 403, "gallery_not_permitted");
        exportAs(newKey(both, List.of(gallery)), gallery).then().statusCode(200);
    }

    @Test
    void whatIsNotThereIsNotExported() {
        refused(export(newGallery(), "nobody"), 404, "subject_not_found");
        refused(export("no-such-gallery", "alice"), 404, "gallery_not_found");
    }

    private static Response export(String gallery, String subject) {
        return asAdmin().get("/v1/galleries/{g}/subjects/{s}/export", gallery, subject);
    }

    private static Response exportAs(String key, String gallery) {
        return as(key).get("/v1/galleries/{g}/subjects/alice/export", gallery);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                assertThat(entries.put(entry.getName(), archive.readAllBytes()))
                        .as(entry.getName())
                        .isNull();
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> archive, String name) {
        return new String(archive.get(name), StandardCharsets.UTF_8);
    }

    private static String action(String line) {
        try {
            return JSON.readTree(line).path("action").asText();
        } catch (IOException noJson) {
            throw new AssertionError(line, noJson);
        }
    }
}
