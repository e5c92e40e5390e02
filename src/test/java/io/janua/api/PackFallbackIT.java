package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.janua.support.AccessApi;
import io.janua.support.Api;
import io.janua.support.ServiceInstance;
import io.janua.support.TestDatabase;
import io.janua.support.TestModels;
import io.janua.vision.model.ModelPack;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that can reach neither the default pack's address nor a mirror recognises people, and says with what. */
class PackFallbackIT {

    private static final TestDatabase DATABASE = new TestDatabase();

    /** Nothing listens there. */
    private static final String NOWHERE = "http://127.0.0.1:1/";

    @TempDir
    private static Path folder;

    private static ModelPack own;
    private static ServiceInstance service;

    @BeforeAll
    static void aServiceWithoutTheDefaultPack() throws IOException {
        own = TestModels.CATALOG.carried().orElse(null);
        Assumptions.assumeTrue(own != null, "skipped: this build carries no pack");
        String catalog = Files.readString(Path.of("models/catalog.json"));
        Path unreachable = folder.resolve("catalog.json");
        Files.writeString(unreachable, catalog.replace("https://raw.githubusercontent.com/", NOWHERE));
        try (var scores = Files.newDirectoryStream(Path.of("models"), "*.scores.json")) {
            for (Path file : scores) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Map<String, String> configuration = new HashMap<>(DATABASE.start());
        configuration.put("janua.model.catalog", unreachable.toString());
        configuration.put("janua.model.mirror", folder.resolve("none").toString());
        configuration.put("janua.model.store", folder.resolve("store").toString());
        configuration.put("janua.model.pack", "");
        configuration.put("janua.model.fallback", "own");
        service = ServiceInstance.begin("pack-fallback", configuration).awaitReady();
        service.becomeUsual();
    }

    @AfterAll
    static void stopped() throws InterruptedException {
        if (service != null) {
            service.close();
            DATABASE.stop();
        }
    }

    @Test
    void whoeverAsksHearsWhatRunsInWhosePlace() {
        for (String path : new String[] {"/v1/models", "/v1/system", "/v1/me"}) {
            asAdmin()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("pack.id", equalTo(own.id()))
                    .body(
                            "pack.inPlaceOf",
                            equalTo(TestModels.CATALOG.standard().id()))
                    .body("pack.judgesLiveness", equalTo(false))
                    .body("pack.commercialUse", equalTo(false));
        }
        asAdmin()
                .get("/v1/system")
                .then()
                .body("models", hasSize(2))
                .body(
                        "checks.find { it.name == 'models' }.data.note",
                        allOf(containsString("in place of"), containsString("JANUA_MODEL_PACK=" + own.id())));
    }

    @Test
    void peopleAreEnrolledAndIdentified() {
        String gallery = Api.newGallery();
        Api.enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        Api.enrolled(gallery, "bob", synthetic(BOB + "/1.jpg"));

        Api.identify(gallery, synthetic(BOB + "/3.jpg"))
                .then()
                .body("outcome", equalTo("identified"))
                .body("subject", equalTo("bob"));
    }

    @Test
    void livenessIsNotAnswered_andNeverTakenForGranted() {
        byte[] picture = synthetic(ALICE + "/1.jpg");
        asAdmin()
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .body("faces[0]", not(hasKey("liveness")));
        refused(asAdmin()
                .contentType("image/jpeg")
                .body(picture)
                .queryParam("liveness", true)
                .post("/v1/detect")
                .then());
        refused(asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "judged", "policy", Map.of("liveness", "probes")))
                .post("/v1/galleries")
                .then());
        String gallery = Api.newGallery();
        refused(asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("policy", Map.of("liveness", "always")))
                .patch("/v1/galleries/{g}", gallery)
                .then());
    }

    @Test
    void aDoorThatWantsALivingFaceStaysShut() {
        String gallery = Api.newGallery();
        Api.enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        Map<String, Object> settings = Map.of("liveness", "required", "onFailure", "grant");
        AccessApi.post(
                        "/v1/access/points",
                        Map.of("name", "door", "gallery", gallery, "kind", "door", "settings", settings))
                .then()
                .statusCode(201);

        refused(asAdmin()
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/1.jpg"))
                .post("/v1/access/points/door/decisions")
                .then());
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("liveness_unavailable"));
    }
}
