package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people have agreed to can be shown for as long as the gallery exists. */
@QuarkusTest
class ConsentTextHistoryTest {

    private String gallery;

    @BeforeEach
    void aGalleryWithAText() {
        gallery = newGallery(Map.of("consentText", "A", "consentTextVersion", "v1"));
    }

    @Test
    void aVersionMeansOneTextForEver() {
        show("B", "v2").statusCode(200);

        show("C", "v1")
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo("policy.consentTextVersion"));
        show("A", "v1").statusCode(200);
        show(null, null).statusCode(200);
        show("C", "v2").statusCode(400);

        asAdmin()
                .get("/v1/galleries/{g}/consent-texts", gallery)
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of("v1", "v2")))
                .body("items.text", equalTo(List.of("A", "B")))
                .body("items.since", hasSize(2));
    }

    @Test
    void theTextsArePaged() {
        show("B", "v2").statusCode(200);
        String cursor = asAdmin()
                .queryParam("limit", 1)
                .get("/v1/galleries/{g}/consent-texts", gallery)
                .then()
                .body("items.version", equalTo(List.of("v1")))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");

        asAdmin()
                .queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get("/v1/galleries/{g}/consent-texts", gallery)
                .then()
                .body("items.version", equalTo(List.of("v2")));
    }

    @Test
    void theServiceItselfCannotChangeThem() {
        assertThatThrownBy(() -> Database.queryAsService(
                        "default", "WITH c AS (UPDATE consent_text SET text = 'x' RETURNING 1) SELECT count(*) FROM c"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void anExportHasTheTextThatWasAgreedTo() throws IOException {
        putSubject(gallery, "p-1", "Alice").then().statusCode(201);
        agree("v1");
        agree("on paper");
        show("B", "v2").statusCode(200);

        JsonNode consents = exported("consents.json");

        assertThat(consents.path(0).path("textVersion").asText()).isEqualTo("v1");
        assertThat(consents.path(0).path("text").asText()).isEqualTo("A");
        assertThat(consents.path(1).hasNonNull("text")).isFalse();
    }

    @Test
    void theyGoWithTheirGallery() {
        asAdmin().delete("/v1/galleries/{g}", gallery).then().statusCode(204);

        assertThat(Database.query("SELECT count(*) FROM consent_text t LEFT JOIN gallery g ON g.id = t.gallery_id"
                        + " WHERE g.id IS NULL"))
                .isZero();
    }

    private ValidatableResponse show(String text, String version) {
        return asAdmin()
                .contentType("application/merge-patch+json")
                .body("{\"policy\": {\"consentText\": %s, \"consentTextVersion\": %s}}"
                        .formatted(quoted(text), quoted(version)))
                .patch("/v1/galleries/{g}", gallery)
                .then();
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private void agree(String version) {
        asAdmin()
                .contentType("application/json")
                .body(Map.of("textVersion", version, "channel", "paper"))
                .post("/v1/galleries/{g}/subjects/p-1/consents", gallery)
                .then()
                .statusCode(201);
    }

    private JsonNode exported(String file) throws IOException {
        byte[] archive =
                asAdmin().get("/v1/galleries/{g}/subjects/p-1/export", gallery).asByteArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(file)) {
                    return new ObjectMapper().readTree(zip.readAllBytes());
                }
            }
        }
        throw new AssertionError("the export has no " + file);
    }
}
