package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Races, a lost database and too much work. */
@QuarkusTest
class ResilienceTest {

    private static final byte[] FACE = synthetic(ALICE + "/1.jpg");
    /** At once, into threads and a queue of eight places. */
    private static final int MORE_THAN_FIT = 64;

    @Test
    void aLostDatabaseIsA503AndComesBackWithoutARestart() {
        String gallery = newGallery();
        enrolled(gallery, "alice", FACE);
        TestDatabase.proxy().cut();
        try {
            for (int i = 0; i < 3; i++) {
                identify(gallery, FACE)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .body("code", equalTo("database_unavailable"));
            }
            enroll(gallery, "alice", FACE).then().statusCode(503).body("code", equalTo("database_unavailable"));
        } finally {
            TestDatabase.proxy().restore();
        }
        // Whoever asks first may meet a connection that broke while nobody asked.
        AuditTrail.await(() -> identify(gallery, FACE).statusCode() == 200);
        identify(gallery, FACE).then().statusCode(200).body("outcome", equalTo("identified"));
    }

    @Test
    void aFullQueueIsA503ThatSaysWhenToComeBack() throws Exception {
        Callable<Response> detection =
                () -> asAdmin().contentType("image/jpeg").body(FACE).post("/v1/detect");
        List<Response> refused = List.of();
        while (refused.isEmpty()) {
            Map<Boolean, List<Response>> answers = together(Collections.nCopies(MORE_THAN_FIT, detection)).stream()
                    .collect(Collectors.partitioningBy(answer -> answer.statusCode() == 200));
            assertThat(answers.get(true)).isNotEmpty();
            refused = answers.get(false);
        }

        assertThat(refused).allSatisfy(answer -> answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("busy")));
        detection.call().then().statusCode(200);
    }

    @Test
    void twoEnrolmentsOfOneSubjectAtOnceKeepBothFaces() throws Exception {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");

        List<Response> answers = together(
                () -> enroll(gallery, "alice", FACE), () -> enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")));

        answers.forEach(answer -> answer.then().statusCode(201));
        asAdmin().get("/v1/galleries/{g}/subjects/alice/faces", gallery).then().body("items", hasSize(2));
    }

    @Test
    void oneNewFaceForTwoSubjectsAtOnceIsTakenOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String gallery = newGallery(Map.of("duplicates", "refuse"));
            putSubject(gallery, "alice", "Alice");
            putSubject(gallery, "alicia", "Alicia");

            List<Response> answers =
                    together(() -> enroll(gallery, "alice", FACE), () -> enroll(gallery, "alicia", FACE));

            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void oneIdempotencyKeyAtOnceEnrolsOnce() throws Exception {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");
        Callable<Response> enrolment = () -> asAdmin()
                .header("Idempotency-Key", "k")
                .contentType("image/jpeg")
                .body(FACE)
                .post("/v1/galleries/{g}/subjects/alice/faces", gallery);

        List<Response> answers = together(enrolment, enrolment);

        answers.forEach(answer -> answer.then().statusCode(201));
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void oneNewSubjectPutAtOnceIsCreatedOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String gallery = newGallery();

            List<Response> answers =
                    together(() -> putSubject(gallery, "alice", "A"), () -> putSubject(gallery, "alice", "B"));

            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 201);
        }
    }

    @Test
    void twoChangesOfOneSubjectAtOnceBothCount() throws Exception {
        String gallery = newGallery();
        for (int round = 0; round < 5; round++) {
            String subject = "s" + round;
            putSubject(gallery, subject, "Before");

            together(
                    () -> change(gallery, subject, "{\"status\": \"suspended\"}"),
                    () -> change(gallery, subject, "{\"name\": \"After\"}"));

            asAdmin()
                    .get("/v1/galleries/{g}/subjects/{s}", gallery, subject)
                    .then()
                    .body("status", equalTo("suspended"))
                    .body("name", equalTo("After"));
        }
    }

    @Test
    void oneSubjectErasedTwiceAtOnceIsGoneOnce() throws Exception {
        String gallery = newGallery();
        for (int round = 0; round < 5; round++) {
            putSubject(gallery, "alice", "Alice");
            Callable<Response> erasure = () -> asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery);

            List<Response> answers = together(erasure, erasure);

            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 404);
        }
    }

    @Test
    void anErasureDuringIdentificationsAndEnrolmentsLosesAndLeavesNothing() throws Exception {
        String gallery = newGallery();
        enrolled(gallery, "bob", synthetic(BOB + "/1.jpg"));
        for (int round = 0; round < 5; round++) {
            enrolled(gallery, "alice", FACE);

            List<Response> answers = together(
                    () -> identify(gallery, synthetic(BOB + "/3.jpg")),
                    () -> asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery),
                    () -> enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")));

            answers.get(0).then().statusCode(200).body("subject", equalTo("bob"));
            answers.get(1).then().statusCode(200);
            assertThat(answers.get(2).statusCode()).isIn(201, 404);
            assertThat(Database.query(
                            "SELECT count(*) FROM template t JOIN gallery g ON g.id = t.gallery_id WHERE g.name = ?",
                            gallery))
                    .isEqualTo(1);
        }
    }

    private static Response change(String gallery, String subject, String patch) {
        return asAdmin()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/galleries/{g}/subjects/{s}", gallery, subject);
    }

    @SafeVarargs
    private static List<Response> together(Callable<Response>... calls) throws Exception {
        return together(List.of(calls));
    }

    private static List<Response> together(List<Callable<Response>> calls) throws Exception {
        List<Response> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
