package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.AuditTrail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody looks at what it says. */
@QuarkusTest
class EdgesTest {

    /** As application.properties of the tests has it. */
    private static final int MOST_CONNECTIONS = 500;

    /** How long one connection is asked before the next. */
    private static final int A_MOMENT_MILLIS = 1;

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void pagesOfOtherOriginsMayReadNothing(String origin) {
        assertThat(asAdmin()
                        .header("Origin", origin)
                        .get("/v1/models")
                        .headers()
                        .asList())
                .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
        Response preflight = given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "x-api-key")
                .options("/v1/models");
        assertThat(preflight.headers().asList())
                .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
    }

    @Test
    void headersHaveABound() throws IOException {
        assertThat(statusOf("GET /v1/models HTTP/1.1\r\nHost: x\r\nX-Api-Key: %s\r\n".formatted(FIRST_KEY)
                        + "X-Long: %s\r\n\r\n".formatted("x".repeat(20_000))))
                .contains(" 431 ");
        assertThat(statusOf("GET /v1/models?%s HTTP/1.1\r\nHost: x\r\n\r\n".formatted("x".repeat(5_000))))
                .contains(" 414 ");
    }

    /** They go away by themselves when this test ends, and whoever comes then is let in. */
    @Test
    void oneConnectionMoreThanMayBeIsClosed() throws IOException {
        Deque<Socket> open = new ArrayDeque<>();
        try {
            while (open.size() < MOST_CONNECTIONS) {
                open.push(new Socket(InetAddress.getLoopbackAddress(), RestAssured.port));
            }
            open.push(new Socket(InetAddress.getLoopbackAddress(), RestAssured.port));
            // Not always the one that came last: several threads let them in.
            AuditTrail.await(() -> open.stream().anyMatch(socket -> isClosed(socket, A_MOMENT_MILLIS)));
            assertThat(open).anyMatch(socket -> !isClosed(socket, A_MOMENT_MILLIS));
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        AuditTrail.await(EdgesTest::isLetIn);
    }

    private static boolean isLetIn() {
        try {
            return statusOf("GET /v1/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .contains(" 401 ");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isClosed(Socket socket, int withinMillis) {
        try {
            socket.setSoTimeout(withinMillis);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static String statusOf(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] line = socket.getInputStream().readNBytes(40);
            return new String(line, StandardCharsets.US_ASCII);
        }
    }
}
