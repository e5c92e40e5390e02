package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.Api;
import io.janua.support.Database;
import io.janua.support.ServiceInstance;
import io.janua.support.SharedData;
import io.janua.support.TestDatabase;
import io.janua.support.TestModels;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The executable beside the package on the JVM, at one database: whoever asks cannot tell which of them answers. The
 * Maven profile {@code native} runs it.
 */
class ExecutableCheck {

    private static final Path SYNTHETIC = Path.of("src/test/resources/synthetic-people");
    private static final double LEAST_COSINE = 0.99999;

    private static final TestDatabase DATABASE = new TestDatabase();

    private static ServiceInstance executable;
    private static ServiceInstance onTheJvm;

    @BeforeAll
    static void bothAtOneDatabase() {
        Map<String, String> configuration = new HashMap<>(DATABASE.start());
        configuration.put("janua.vision.store", TestModels.folder().toString());
        executable = ServiceInstance.begin("executable", configuration);
        onTheJvm = ServiceInstance.beginOnTheJvm("on-the-jvm", configuration);
        executable.awaitReady();
        onTheJvm.awaitReady();
        executable.becomeUsual();
    }

    @AfterAll
    static void stopped() throws InterruptedException {
        for (ServiceInstance instance : Arrays.asList(executable, onTheJvm)) {
            if (instance != null) {
                instance.close();
            }
        }
        DATABASE.stop();
    }

    @Test
    void templatesOfSyntheticPeopleAreTheSame() {
        templatesAreTheSame(SharedData.pictures(SYNTHETIC).stream()
                .filter(Files::isDirectory)
                .toList());
    }

    @Test
    void templatesOfPhotographsAreTheSame() {
        templatesAreTheSame(SharedData.people());
    }

    /** The tenant's secret turns all of them alike, so what is stored has the angles of the embeddings. */
    private static void templatesAreTheSame(List<Path> people) {
        Map<String, Object> policy =
                Map.of("duplicates", "off", "enrollmentFace", "largest", "enrollmentQuality", "off");
        String here = Api.newGallery(policy);
        String there = Api.newGallery(policy);
        for (int i = 0; i < people.size(); i++) {
            for (Path picture : SharedData.pictures(people.get(i))) {
                byte[] bytes = SharedData.read(picture);
                String subject =
                        "p%d-%s".formatted(i, picture.getFileName().toString().replaceAll("\\W", "-"));
                enrolled(executable.to(asAdmin()), executable.to(asAdmin()), here, subject, bytes);
                enrolled(onTheJvm.to(asAdmin()), onTheJvm.to(asAdmin()), there, subject, bytes);
            }
        }

        String pairs = """
                SELECT count(*) FROM subject a JOIN template s ON s.subject_id = a.id
                JOIN subject b ON b.external_id = a.external_id JOIN template t ON t.subject_id = b.id
                WHERE a.gallery_id = (SELECT id FROM gallery WHERE name = ?)
                    AND b.gallery_id = (SELECT id FROM gallery WHERE name = ?)""";
        assertThat(Database.query(pairs, here, there)).isGreaterThan(people.size());
        assertThat(Database.query(pairs + " AND 1 - (s.embedding <=> t.embedding) < ?", here, there, LEAST_COSINE))
                .isZero();
    }

    private static void enrolled(
            RequestSpecification first, RequestSpecification second, String gallery, String subject, byte[] picture) {
        first.contentType("application/json")
                .body(Map.of("name", subject))
                .put("/v1/galleries/{g}/subjects/{s}", gallery, subject)
                .then()
                .statusCode(201);
        second.contentType("image/jpeg")
                .body(picture)
                .post("/v1/galleries/{g}/subjects/{s}/faces", gallery, subject)
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsFoundOnAPhotographIsTheSame() {
        for (String name : List.of("group_5_faces.jpg", "one_face_large.jpg", "two_faces.jpg")) {
            byte[] picture = SharedData.special(name);
            assertThat(detected(executable, picture)).isEqualTo(detected(onTheJvm, picture));
        }
    }

    private static Object detected(ServiceInstance instance, byte[] picture) {
        return instance.to(asAdmin())
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .extract()
                .path("faces");
    }

    @Test
    void itHasTheCommandsBesideTheService() throws Exception {
        assertThat(said(0, "migrate")).isNotBlank();
        assertThat(said(0, "models", "list")).contains("janua-default-1");
        assertThat(said(0, "doctor", "--json")).contains("database").doesNotContain("\"fail\"");
        assertThat(said(2, "nonsense")).contains("migrate", "models", "doctor");
    }

    private static String said(int code, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ServiceInstance.EXECUTABLE));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(DATABASE.variables());
        builder.environment().put("JANUA_MODEL_STORE", TestModels.folder().toString());
        Process process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }
}
