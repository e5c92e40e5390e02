package io.janua.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The API in the words of the tests. */
public final class Api {

    /** Permits everything; the test configuration bootstraps the service with it. */
    public static final String FIRST_KEY = "janua_test-only-key-0123456789abcdefghijklmnop";

    private static final DescribedAnswers DESCRIBED = new DescribedAnswers();

    static {
        // Where the machine is busy, the ten seconds that it waits by itself are few.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private Api() {}

    /** A request with the first key. */
    public static RequestSpecification asAdmin() {
        return as(FIRST_KEY);
    }

    public static RequestSpecification as(String key) {
        return given().filter(DESCRIBED).header("X-API-Key", key);
    }

    /** Where health, metrics and the API's description are. */
    public static RequestSpecification atManagement() {
        return given().port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class));
    }

    /** A gallery that nobody else uses; it asks for no consent unless the policy says so. */
    public static String newGallery(Map<String, Object> policy) {
        String name = "g-" + UUID.randomUUID();
        Map<String, Object> complete = new HashMap<>(policy);
        complete.putIfAbsent("consent", "optional");
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "policy", complete))
                .post("/v1/galleries")
                .then()
                .statusCode(201);
        return name;
    }

    public static String newGallery() {
        return newGallery(Map.of());
    }

    public static Response putSubject(String gallery, String subject, String name) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .put("/v1/galleries/{gallery}/subjects/{subject}", gallery, subject);
    }

    public static Response giveConsent(String gallery, String subject) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("textVersion", "2026-01", "channel", "kiosk"))
                .post("/v1/galleries/{gallery}/subjects/{subject}/consents", gallery, subject);
    }

    public static Response enroll(String gallery, String subject, byte[] picture) {
        return asAdmin()
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/galleries/{gallery}/subjects/{subject}/faces", gallery, subject);
    }

    /** Creates the subject and enrols the picture. */
    public static void enrolled(String gallery, String subject, byte[] picture) {
        putSubject(gallery, subject, "Name of " + subject).then().statusCode(201);
        enroll(gallery, subject, picture).then().statusCode(201);
    }

    public static Response identify(String gallery, byte[] picture) {
        return asAdmin()
                .contentType("image/jpeg")
                .body(picture)
                .queryParam("belowThreshold", true)
                .post("/v1/galleries/{gallery}/identify", gallery);
    }

    public static Response verify(String gallery, String subject, byte[] picture) {
        return asAdmin()
                .contentType("image/jpeg")
                .body(picture)
                .queryParam("subject", subject)
                .post("/v1/galleries/{gallery}/verify", gallery);
    }

    /** A key that permits only this. */
    public static String newKey(List<String> operations, List<String> galleries) {
        Map<String, Object> wanted = galleries == null
                ? Map.of("name", "test", "operations", operations)
                : Map.of("name", "test", "operations", operations, "galleries", galleries);
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }
}
