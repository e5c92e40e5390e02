package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.janua.support.Database;
import io.janua.support.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every picture that cannot be used is refused with its own code, by every operation, and leaves nothing behind. */
@QuarkusTest
class RefusedImagesTest {

    static Stream<Arguments> refused() {
        byte[] face = synthetic(ALICE + "/1.jpg");
        return Stream.of(
                Arguments.of("empty body", new byte[0], 400, "image_missing"),
                Arguments.of("text", "this is no picture".getBytes(), 415, "image_type_unsupported"),
                Arguments.of("half a JPEG", Arrays.copyOf(face, face.length / 2), 400, "image_truncated"),
                Arguments.of("damaged PNG", damagedPng(), 400, "image_corrupt"),
                Arguments.of("1 x 1", TestPictures.flat(1, 1, ".png"), 422, "image_too_small"),
                Arguments.of(
                        "100,000 x 100,000", TestPictures.pngHeader(100_000, 100_000), 413, "image_too_many_pixels"),
                Arguments.of("PNG bomb", TestPictures.flat(9_000, 9_000, ".png"), 413, "image_compression_suspicious"),
                Arguments.of("20 MB and a byte", Arrays.copyOf(face, 20_000_001), 413, "image_too_large"));
    }

    static Stream<Arguments> refusedWhereOneFaceIsWanted() {
        byte[] face = synthetic(ALICE + "/1.jpg");
        return Stream.of(
                Arguments.of("no face", TestPictures.flat(640, 480, ".jpg"), "no_face"),
                Arguments.of("a tiny face", TestPictures.scaled(face, 0.12), "poor_quality"),
                Arguments.of("a face in the dark", TestPictures.darkened(face, 0.22), "poor_quality"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void everyOperationRefuses(String name, byte[] body, int status, String code) {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        long before = Database.rows();

        for (String path : List.of(
                "/v1/detect",
                "/v1/galleries/" + gallery + "/identify",
                "/v1/galleries/" + gallery + "/verify?subject=alice",
                "/v1/galleries/" + gallery + "/subjects/alice/faces")) {
            problem(asAdmin().contentType("image/jpeg").body(body).post(path), status, code);
            // An empty part of a form says the same as no part.
            problem(asAdmin().multiPart("image", "a.jpg", body, "image/jpeg").post(path), status, code);
        }
        problem(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("image", Base64.getEncoder().encodeToString(body)))
                        .post("/v1/detect"),
                status,
                code);
        assertThat(Database.rows()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedWhereOneFaceIsWanted")
    void enrolmentRefuses(String name, byte[] body, String code) {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        long before = Database.rows();

        Response answer = asAdmin()
                .contentType("image/jpeg")
                .body(body)
                .post("/v1/galleries/{gallery}/subjects/alice/faces", gallery);

        problem(answer, 422, code);
        assertThat(Database.rows()).isEqualTo(before);
    }

    @Test
    void enrolmentRefusesTwoPeopleAndTellsHowMany() {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        byte[] both = TestPictures.sideBySide(synthetic(ALICE + "/1.jpg"), synthetic(BOB + "/1.jpg"));
        long before = Database.rows();

        problem(
                        asAdmin()
                                .contentType("image/jpeg")
                                .body(both)
                                .post("/v1/galleries/{gallery}/subjects/alice/faces", gallery),
                        422,
                        "many_faces")
                .body("facesFound", equalTo(2));
        assertThat(Database.rows()).isEqualTo(before);
    }

    @Test
    void poorQualityTellsWhatToDo() {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");

        problem(
                        asAdmin()
                                .contentType("image/jpeg")
                                .body(TestPictures.darkened(synthetic(ALICE + "/1.jpg"), 0.22))
                                .post("/v1/galleries/{gallery}/subjects/alice/faces", gallery),
                        422,
                        "poor_quality")
                .body("advice", hasItem("More light on the face"))
                .body("adviceCodes", hasItem("more_light"));
    }

    @Test
    void wrongTypesAndFieldsAreNamed() {
        byte[] face = synthetic(ALICE + "/1.jpg");
        problem(asAdmin().contentType("text/plain").body("x").post("/v1/detect"), 415, "media_type_unsupported");
        problem(asAdmin().contentType("image/gif").body(face).post("/v1/detect"), 415, "media_type_unsupported");
        problem(
                        asAdmin().contentType("image/jpeg").body(face).post("/v1/galleries/any/imports"),
                        415,
                        "media_type_unsupported")
                .body("remedy", containsString("application/zip"));
        problem(asAdmin().multiPart("picture", "a.jpg", face, "image/jpeg").post("/v1/detect"), 400, "field_unknown")
                .body("field", equalTo("picture"));
        problem(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body("{\"image\": \"not base64!\"}")
                        .post("/v1/detect"),
                400,
                "body_invalid");
        problem(asAdmin().contentType(ContentType.JSON).body("[1]").post("/v1/detect"), 400, "body_invalid");
        problem(asAdmin().contentType(ContentType.JSON).body("{\"image\": 7}").post("/v1/detect"), 400, "body_invalid");
        problem(asAdmin().contentType(ContentType.JSON).body("{}").post("/v1/detect"), 400, "image_missing");
        problem(
                asAdmin()
                        .contentType("multipart/form-data")
                        .body("no boundary".getBytes())
                        .post("/v1/detect"),
                400,
                "body_invalid");
        problem(asAdmin().multiPart("image", "a.jpg", face, "image/jpeg").post("/v1/compare"), 400, "image_missing")
                .body("field", equalTo("reference"));
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", containsString(code))
                .body("detail", not(emptyOrNullString()))
                .body("remedy", not(emptyOrNullString()));
    }

    private static byte[] damagedPng() {
        byte[] png = TestPictures.converted(synthetic(ALICE + "/1.jpg"), ".png", 3);
        Arrays.fill(png, 60, 200, (byte) 7);
        return png;
    }
}
