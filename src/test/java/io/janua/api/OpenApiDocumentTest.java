package io.janua.api;

import static io.janua.support.Api.atManagement;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed API description is the one that the service speaks, so every change of the API shows in review. */
@QuarkusTest
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("docs/reference/openapi.yaml");

    @Test
    void committedDocumentIsCurrent() throws IOException {
        String current = atManagement()
                .queryParam("format", "YAML")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("janua.openapi.update")) {
            Files.writeString(COMMITTED, current);
        }

        assertThat(Files.readString(COMMITTED))
                .as("docs/reference/openapi.yaml is stale: run ./janua openapi")
                .isEqualTo(current);
    }
}
