package io.janua.compat.compreface;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.numbered;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody leaves CompreFace: whom it knew is known here afterwards. */
@QuarkusTest
public class CompreFaceMigrationTest {

    private static final String SOMEBODY = "Zoë, of gate 2";
    private static final int PICTURES_OF_A_PART = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("JANUA_API_KEY", FIRST_KEY, "COMPREFACE_API_KEY", TestCompreFace.KEY));

    @Test
    void whoeverItsApiListsIsIdentified() {
        String gallery = newGallery();
        try (var compreFace = new TestCompreFace()
                .with(example("alice", synthetic(ALICE + "/1.jpg")))
                .with(example("alice", numbered(synthetic(ALICE + "/1.jpg"), 2)))
                .with(example(SOMEBODY, synthetic(BOB + "/1.jpg")))) {
            assertThat(run(gallery, "--from", compreFace.address())).isEqualTo(CompreFaceCommand.EVERYBODY);
        }
        assertThat(text(out)).startsWith("Examples in CompreFace: 3").contains("Enrolled: 3, refused: 0");
        assertThat(text(err)).isEmpty();
        identify(gallery, synthetic(ALICE + "/3.jpg")).then().body("candidates[0].subject", equalTo("alice"));
        identify(gallery, synthetic(BOB + "/3.jpg")).then().body("candidates[0].subject", equalTo(SOMEBODY));
        // Two pictures are as many as one import is given here.
        asAdmin().queryParam("gallery", gallery).get("/v1/imports").then().body("items", hasSize(2));
    }

    @Test
    void whoeverItsDatabaseHoldsIsIdentified() throws SQLException {
        String gallery = newGallery();
        String schema = "compreface_" + UUID.randomUUID().toString().replace('-', '_');
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            statement.execute("SET search_path = " + schema);
            statement.execute("CREATE TABLE subject (id uuid PRIMARY KEY, api_key varchar, subject_name varchar)");
            statement.execute("CREATE TABLE img (id uuid PRIMARY KEY, subject_id uuid, content bytea)");
            statement.execute("CREATE TABLE embedding (id uuid PRIMARY KEY, subject_id uuid, embedding float8[],"
                    + " calculator varchar, img_id uuid)");
            try (var insert = connection.prepareStatement(
                    "WITH s AS (INSERT INTO subject VALUES (gen_random_uuid(), ?, ?) RETURNING id),"
                            + " i AS (INSERT INTO img SELECT gen_random_uuid(), s.id, ? FROM s RETURNING id, subject_id)"
                            + " INSERT INTO embedding SELECT gen_random_uuid(), i.subject_id, '{0.5}', 'facenet.Calculator',"
                            + " i.id FROM i")) {
                for (var example : List.of(
                        List.of(TestCompreFace.KEY, "alice", synthetic(ALICE + "/1.jpg")),
                        List.of("key of another service", "bob", synthetic(BOB + "/1.jpg")))) {
                    for (int column = 0; column < example.size(); column++) {
                        insert.setObject(column + 1, example.get(column));
                    }
                    insert.execute();
                }
            }
            environment.put("COMPREFACE_DB_USER", connection.getMetaData().getUserName());
            environment.put("COMPREFACE_DB_PASSWORD", System.getenv("JANUA_TEST_DB_OWNER_PASSWORD"));
            String url = connection.getMetaData().getURL() + "?currentSchema=" + schema;

            assertThat(run(gallery, "--from", url)).as(text(err)).isEqualTo(CompreFaceCommand.EVERYBODY);
        }
        assertThat(text(out)).startsWith("Examples in CompreFace: 1").contains("Enrolled: 1, refused: 0");
        identify(gallery, synthetic(ALICE + "/3.jpg")).then().body("candidates[0].subject", equalTo("alice"));
    }

    @Test
    void whoeverCannotComeIsNamed() {
        String gallery = newGallery();
        try (var compreFace = new TestCompreFace()
                .with(example("carol", new byte[0]))
                .with(example("dora", "GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .with(example("of/two", synthetic(ALICE + "/1.jpg")))) {
            assertThat(run(gallery, "--from", compreFace.address())).isEqualTo(CompreFaceCommand.NOT_EVERYBODY);
        }
        assertThat(text(out))
                .contains("Enrolled: 0, refused: 1", "GET /v1/imports/{id}/items?outcome=refused")
                .contains("CompreFace kept no picture of an example of carol.")
                .contains("These names cannot be ids here, and were left out: of/two.");
    }

    @Test
    void whatBreaksOffLeavesNothing() {
        String gallery = newGallery();
        try (var compreFace = new TestCompreFace()
                .with(example("alice", synthetic(ALICE + "/1.jpg")))
                .with(example("bob", synthetic(BOB + "/1.jpg")))
                .brokenFor("bob")) {
            assertThat(run(gallery, "--from", compreFace.address())).isEqualTo(CompreFaceCommand.UNUSABLE);
        }
        assertThat(text(err)).isEqualTo("CompreFace answered 400: Something went wrong, please try again\n");
        // The service hears of it when the connection ends, which the command does not wait for.
        await().untilAsserted(() -> asAdmin()
                .queryParam("gallery", gallery)
                .get("/v1/imports")
                .then()
                .body("items", empty()));
    }

    @Test
    void whoeverSlipsThroughTheListIsMissed() {
        try (var compreFace = new TestCompreFace().shrinking()) {
            for (int i = 0; i < 150; i++) {
                compreFace.with(example("nobody " + i, new byte[0]));
            }
            assertThat(run(newGallery(), "--from", compreFace.address())).isEqualTo(CompreFaceCommand.UNUSABLE);
        }
        assertThat(text(err)).startsWith("CompreFace has 150 examples and listed 100: some were deleted meanwhile.");
    }

    @Test
    void aWrongKeyAnotherServiceAndNoGalleryAreTold() {
        try (var compreFace = new TestCompreFace()) {
            environment.put("COMPREFACE_API_KEY", UUID.randomUUID().toString());
            run(newGallery(), "--from", compreFace.address());
            run("nowhere", "--from", compreFace.address());
        }
        run(newGallery(), "--from", janua());

        assertThat(text(err).lines())
                .satisfiesExactly(
                        wrongKey -> assertThat(wrongKey)
                                .startsWith("CompreFace knows no recognition service with this key: copy"),
                        noGallery -> assertThat(noGallery).startsWith("Janua refused (gallery_not_found): "),
                        other -> assertThat(other).isEqualTo("CompreFace answered 404: it gives no reason"));
    }

    private int run(String gallery, String... from) {
        return new CompreFaceCommand(print(out), print(err), environment, PICTURES_OF_A_PART)
                .run(List.of(gallery, from[0], from[1], "--to", janua()));
    }

    private static String janua() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private static Example example(String subject, byte[] picture) {
        return new Example(subject, UUID.randomUUID(), picture);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
