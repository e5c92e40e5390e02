package io.janua.api;

import static io.janua.support.Api.atManagement;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.Api;
import io.janua.support.Applicant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An invitation is good for enrolling oneself and for nothing else: every operation of the API description is tried
 * with one, on its own gallery and subject.
 */
@QuarkusTest
class InvitationReachTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final String OWN = "/v1/self-enrollment";
    private static final String PUBLIC = "/v1/sign-in";

    private record Operation(String method, String path, String contentType) {}

    @TestFactory
    Stream<DynamicTest> noOtherOperationIsPermitted() {
        String gallery = Api.newGallery();
        Api.putSubject(gallery, "alice", "Alice").then().statusCode(201);
        Applicant alice = Applicant.invited(gallery, "alice");
        var others = operations()
                .filter(operation -> !operation.path().startsWith(OWN))
                .filter(operation -> !operation.path().equals(PUBLIC))
                .toList();
        assertThat(others).hasSizeGreaterThan(50);
        return others.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    Response answer = attempt(operation, alice, gallery);
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
                    assertThat(answer.<String>path("code")).isEqualTo("operation_not_permitted");
                }));
    }

    private static Response attempt(Operation operation, Applicant alice, String gallery) {
        String path = operation
                .path()
                .replace("{gallery}", gallery)
                .replace("{subject}", "alice")
                .replaceAll("\\{number\\}", "1")
                .replaceAll("\\{\\w+\\}", UUID.randomUUID().toString());
        var request = alice.request();
        if (operation.contentType() != null) {
            request.contentType(operation.contentType()).body(new byte[] {'{', '}'});
        }
        return request.request(operation.method(), path);
    }

    private Stream<Operation> operations() {
        Map<String, Map<String, Object>> paths = atManagement()
                .queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        return paths.entrySet().stream().flatMap(path -> METHODS.stream()
                .filter(path.getValue()::containsKey)
                .map(method -> new Operation(
                        method, path.getKey(), contentType(cast(path.getValue().get(method))))));
    }

    /** @return null where the operation takes no body */
    private static String contentType(Map<String, Object> described) {
        Map<String, Object> body = cast(described.get("requestBody"));
        if (body == null) {
            return null;
        }
        // A shared body is always pictures, which every such operation takes as base64 too.
        return body.containsKey("$ref")
                ? "application/json"
                : InvitationReachTest.<Map<String, Object>>cast(body.get("content"))
                        .keySet()
                        .iterator()
                        .next();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
