package io.janua.api;

import static io.janua.support.Api.atManagement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description is exact enough to generate typed clients from. */
@QuarkusTest
class OpenApiShapesTest {

    private Map<String, Map<String, Map<String, Object>>> paths;
    private Map<String, Map<String, Object>> schemas;

    @BeforeEach
    void read() {
        var document = atManagement()
                .queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract();
        paths = document.path("paths");
        schemas = document.path("components.schemas");
    }

    @Test
    void everyGoodAnswerSaysWhatItHolds() {
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            Map<String, Map<String, Object>> answers = cast(operation.get("responses"));
            answers.forEach((status, answer) -> {
                if (status.startsWith("2") && !status.equals("204")) {
                    assertThat(answer).as("%s %s: %s", method, path, status).containsKey("content");
                }
            });
        }));
    }

    @Test
    void answersSayWhatTheyAlwaysHold_andRequestsWhatTheyMustHold() {
        assertThat(required("Subject")).contains("id", "attributes", "faces").doesNotContain("name", "portrait");
        assertThat(required("PageSubjectView")).containsExactly("items");
        assertThat(required("GalleryPolicy")).contains("fmr", "duplicates").doesNotContain("purpose");
        assertThat(schemas.get("GalleryPolicyContent")).doesNotContainKey("required");
        assertThat(schemas.get("SubjectContent")).doesNotContainKey("required");
        assertThat(reference("Gallery", "policy")).endsWith("/GalleryPolicy");
        assertThat(reference("NewGallery", "policy")).endsWith("/GalleryPolicyContent");
    }

    @Test
    void noLibraryShowsThrough() {
        assertThat(schemas.keySet()).noneMatch(name -> name.contains("Json"));
        assertThat(reference("AuditEntry", "entry")).endsWith("/RecordedEntry");
    }

    private List<String> required(String schema) {
        return cast(schemas.get(schema).get("required"));
    }

    private String reference(String schema, String member) {
        Map<String, Map<String, Object>> members = cast(schemas.get(schema).get("properties"));
        return cast(members.get(member).get("$ref"));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
