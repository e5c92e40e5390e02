package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.TestArchive;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How archives come in. */
@QuarkusTest
class ImportUploadTest {

    private static final int ANSWER_MILLIS = 60_000;
    private static final int MOST_PICTURES = 50_000;

    @TestHTTPResource
    URI service;

    @Test
    void anArchiveNeedNotSayHowLongItIs() throws IOException {
        String gallery = newGallery();
        var connection = (HttpURLConnection) service.resolve("/v1/galleries/%s/imports".formatted(gallery))
                .toURL()
                .openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(100);
        connection.setRequestProperty("X-API-Key", FIRST_KEY);
        connection.setRequestProperty("Content-Type", "application/zip");
        try (var body = connection.getOutputStream()) {
            body.write(TestArchive.of()
                    .with("bob/1.jpg", flat(400, 400, ".jpg"))
                    .with("bob/noise.bin", noise(1_000_000))
                    .bytes());
        }

        assertThat(connection.getResponseCode()).isEqualTo(202);
    }

    @Test
    void whoeverGoesAwayLeavesNothing() throws IOException {
        String gallery = newGallery();
        byte[] archive = TestArchive.of()
                .with("bob/1.jpg", flat(400, 400, ".jpg"))
                .with("bob/noise.bin", noise(1_000_000))
                .bytes();
        try (var socket = connected()) {
            begin(socket.getOutputStream(), gallery, archive.length);
            socket.getOutputStream().write(archive, 0, archive.length / 2);
            socket.getOutputStream().flush();
            await().until(() -> imports(gallery) == 1);
        }

        await().until(() -> imports(gallery) == 0);
    }

    @Test
    void anArchiveThatIsTooLargeIsRefusedBeforeItComes() throws IOException {
        String gallery = newGallery();
        try (var socket = connected()) {
            begin(socket.getOutputStream(), gallery, 4_000_000_001L);

            assertThat(status(socket)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void theConnectionOfAnEarlyRefusalEnds() throws IOException {
        String gallery = newGallery();
        try (var socket = connected()) {
            begin(socket.getOutputStream(), gallery, 4_000_000_001L);

            // Whatever of the archive is on its way already is read, or the sender would see no answer.
            socket.getOutputStream().write(noise(1_000_000));
            assertThat(untilItEnds(socket))
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close")
                    .contains("archive_too_large");
        }
    }

    @Test
    void aRefusalDoesNotWaitForTheRestOfTheArchive() throws IOException {
        String gallery = newGallery();
        try (var socket = connected()) {
            begin(socket.getOutputStream(), gallery, 1_000_000_000L);
            socket.getOutputStream().write(noise(10_000));
            socket.getOutputStream().flush();

            assertThat(status(socket)).isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void anotherPathTakesNoArchive() {
        asAdmin()
                .contentType("application/zip")
                .body(noise(1_000_000))
                .post("/v1/imports/{id}/cancellations", "018f0000-0000-7000-8000-000000000000")
                .then()
                .statusCode(413)
                .body("code", equalTo("body_too_large"));
    }

    @Test
    void twoThousandFilesAreTakenInOneArchive() {
        var archive = TestArchive.of();
        byte[] nothing = "text".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2000; i++) {
            archive.with("p%d/%d.jpg".formatted(i / 2, i), nothing);
        }

        String id = Imports.started(FIRST_KEY, newGallery(), archive.bytes());

        assertThat(Imports.ended(FIRST_KEY, id))
                .containsEntry("total", 2000)
                .containsEntry("refused", 2000)
                .containsEntry("subjects", 0);
        assertThat(asAdmin().get("/v1/imports/{id}/report", id).asString().lines())
                .hasSize(2001);
    }

    @Test
    void fiftyThousandPicturesAreTakenInOneArchive() {
        String gallery = newGallery();
        var archive = TestArchive.of();
        byte[] begin = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        for (int i = 0; i < MOST_PICTURES; i++) {
            archive.with("p%d/%d.jpg".formatted(i / 2, i), begin);
        }

        String id = Imports.started(FIRST_KEY, gallery, archive.bytes());
        var cancelled = asAdmin().post("/v1/imports/{id}/cancellations", id);

        cancelled
                .then()
                .statusCode(200)
                .body("total", equalTo(MOST_PICTURES))
                .body("subjects", equalTo(MOST_PICTURES / 2));
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static String untilItEnds(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private Socket connected() throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(ANSWER_MILLIS);
        return socket;
    }

    private static void begin(OutputStream out, String gallery, long length) throws IOException {
        out.write(
                """
                POST /v1/galleries/%s/imports HTTP/1.1
                Host: localhost
                X-API-Key: %s
                Content-Type: application/zip
                Content-Length: %d

                """.formatted(gallery, FIRST_KEY, length).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static long imports(String gallery) {
        return Database.query(
                "SELECT count(*) FROM bulk_import i JOIN gallery g ON g.id = i.gallery_id WHERE g.name = ?", gallery);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
