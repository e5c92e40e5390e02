package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.janua.security.CredentialsRefused;
import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Door;
import io.janua.support.RefusalsSeen;
import io.janua.support.TestCertificates;
import io.janua.support.TestDatabase;
import io.janua.support.TestKey;
import io.janua.support.TestTls;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service does where connections end in it: it shows a certificate, and asks devices for theirs. */
@QuarkusTest
@QuarkusTestResource(TestTls.class)
class TlsTest {

    private static final byte[] FACE = synthetic(ALICE + "/3.jpg");

    @TestHTTPResource(tls = true)
    URI service;

    @Inject
    RefusalsSeen seen;

    @Inject
    @CacheName("door-keys")
    Cache doorKeys;

    @AfterEach
    void theDatabaseIsBack() {
        Database.giveBack();
    }

    @Test
    void aKeyThatIsBoundIsGoodWithItsCertificateAlone() throws Exception {
        Path device = TestTls.certificates().storeOf("turnstile");
        Path other = TestTls.certificates().storeOf("another");
        TestKey bound = keyOf(device, "models.read");

        assertThat(overTls(device, bound.secret()).statusCode()).isEqualTo(200);
        refused(overTls(other, bound.secret()), "another certificate");
        refused(overTls(null, bound.secret()), "without one");
        refused(plain(bound.secret()), "without one");
        assertThat(overTls(device, bound.secret()).statusCode()).isEqualTo(200);
        assertThat(seen.ofCredentials(bound.id()))
                .extracting(CredentialsRefused::code)
                .hasSize(3)
                .containsOnly("api_key_certificate_required");
    }

    @Test
    void otherKeysNeedNone() throws Exception {
        assertThat(overTls(null, FIRST_KEY).statusCode()).isEqualTo(200);
        assertThat(overTls(TestTls.certificates().storeOf("visitor"), FIRST_KEY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBindingIsMadeAndUndoneAtOnce() throws Exception {
        Path device = TestTls.certificates().storeOf("kiosk");
        TestKey key = TestKey.permitting("models.read");
        assertThat(plain(key.secret()).statusCode()).isEqualTo(200);

        patch(key, "{\"certificateThumbprint\": \"%s\"}".formatted(thumbprint(device)))
                .statusCode(200)
                .body("certificateThumbprint", equalTo(thumbprint(device)));
        refused(plain(key.secret()), "without one");
        assertThat(overTls(device, key.rotated("PT0S").secret()).statusCode()).isEqualTo(200);
        patch(key, "{\"name\": \"renamed\"}").body("certificateThumbprint", equalTo(thumbprint(device)));

        patch(key, "{\"certificateThumbprint\": null}").statusCode(200).body("certificateThumbprint", nullValue());
        assertThat(plain(key.rotated("PT0S").secret()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "%s="})
    void whatIsNoThumbprintIsRefused(String wrong) {
        TestKey key = TestKey.permitting("models.read");
        String text = wrong.formatted("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");

        patch(key, "{\"certificateThumbprint\": \"%s\"}".formatted(text))
                .statusCode(400)
                .body("field", equalTo("certificateThumbprint"));
    }

    @Test
    void whomNoTrustedAuthorityKnowsIsNotLetIn(@TempDir Path folder) {
        Path stranger = new TestCertificates(folder).storeOf("turnstile");

        assertThatThrownBy(() -> overTls(stranger, FIRST_KEY)).isInstanceOf(IOException.class);
    }

    @Test
    void withoutADatabaseADoorStillAsksForTheCertificate() throws Exception {
        Path device = TestTls.certificates().storeOf("door");
        Door door = Door.open(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        TestKey bound = keyOf(device, "access.decide");
        assertThat(decide(door, device, bound).statusCode()).isEqualTo(200);
        TestDatabase.proxy().cut();
        // Longer than a key is good without a question.
        AuditTrail.await(() -> get(device, bound.secret(), "/v1/me") == 503);

        assertThat(decide(door, device, bound).body()).contains("failed_safe");
        refused(decide(door, null, bound), "without one");
        refused(decide(door, TestTls.certificates().storeOf("burglar"), bound), "another certificate");
    }

    /** Nobody comes with it in between, which would tell as well. */
    @Test
    void aKeyThatWasBoundElsewhereOpensNothingWithoutItsCertificateLater() throws Exception {
        Door door = Door.open(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        TestKey key = TestKey.make(FIRST_KEY, Map.of(), "access.decide");
        assertThat(decide(door, null, key).statusCode()).isEqualTo(200);
        int known = doorKeys.as(CaffeineCache.class).keySet().size();
        // As another instance leaves it: this one is told nothing.
        Database.execute(
                "UPDATE api_key SET certificate_thumbprint = sha256('x') WHERE id = ?", UUID.fromString(key.id()));
        AuditTrail.await(() -> doorKeys.as(CaffeineCache.class).keySet().size() < known);
        TestDatabase.proxy().cut();

        assertThat(decide(door, null, key).statusCode()).isEqualTo(503);
    }

    @Test
    void aProxysWordForACertificateCountsFromWhereProxiesAre() throws Exception {
        Path device = TestTls.certificates().storeOf("behind-a-proxy");
        TestKey bound = keyOf(device, "models.read");
        String header = ":%s:".formatted(Base64.getEncoder().encodeToString(TestCertificates.der(device)));
        var request = request(plainUri("/v1/models"), bound.secret())
                .header("Client-Cert", header)
                .build();
        var body = HttpResponse.BodyHandlers.ofString();
        try (var proxy = HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(TestTls.PROXY))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var anybody = HttpClient.newHttpClient()) {
            assertThat(proxy.send(request, body).statusCode()).isEqualTo(200);
            refused(anybody.send(request, body), "without one");
            refused(proxy.send(request(plainUri("/v1/models"), bound.secret()).build(), body), "without one");
        }
    }

    @Test
    void browsersAreToldToStayWithTlsWhereTheyHaveIt() throws Exception {
        assertThat(overTls(null, FIRST_KEY).headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(plain(FIRST_KEY).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whatIsCurrentIsSpoken(String protocol) throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void whatIsOldIsNot() throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            // Without authenticated encryption.
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestart() {
        byte[] renewed = TestTls.renewServer();

        AuditTrail.await(() -> {
            try (SSLSocket socket = socket()) {
                return MessageDigest.isEqual(
                        socket.getSession().getPeerCertificates()[0].getEncoded(), renewed);
            } catch (SSLException lookedBetweenTheTwoFiles) {
                return false;
            } catch (IOException | GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** By its name, which is what the certificate says. */
    private URI secure(String path) {
        return URI.create("https://localhost:%d%s".formatted(service.getPort(), path));
    }

    private SSLSocket socket() throws IOException {
        return (SSLSocket)
                TestTls.certificates().trusting().getSocketFactory().createSocket("localhost", service.getPort());
    }

    private static TestKey keyOf(Path device, String operation) {
        return TestKey.make(FIRST_KEY, Map.of("certificateThumbprint", thumbprint(device)), operation);
    }

    private static String thumbprint(Path store) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(TestCertificates.der(store)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ValidatableResponse patch(TestKey key, String patch) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(patch)
                .patch("/v1/api-keys/{id}", key.id())
                .then();
    }

    private HttpResponse<String> decide(Door door, Path store, TestKey key) throws Exception {
        return send(
                store,
                request(secure("/v1/access/points/%s/decisions".formatted(door.name())), key.secret())
                        .header("Content-Type", "image/jpeg")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(FACE))
                        .build());
    }

    private int get(Path store, String key, String path) {
        try {
            return send(store, request(secure(path), key).build()).statusCode();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** @param store whose certificate is shown, or null */
    private HttpResponse<String> overTls(Path store, String key) throws IOException, InterruptedException {
        return send(store, request(secure("/v1/models"), key).build());
    }

    private static HttpResponse<String> send(Path store, HttpRequest request) throws IOException, InterruptedException {
        SSLContext context = Optional.ofNullable(store)
                .map(TestTls.certificates()::trustingAs)
                .orElseGet(TestTls.certificates()::trusting);
        // A client for each: what somebody showed on one connection must say nothing of another one.
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> plain(String key) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request(plainUri("/v1/models"), key).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI plainUri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(RestAssured.port, path));
    }

    private static HttpRequest.Builder request(URI uri, String key) {
        return HttpRequest.newBuilder(uri).header("X-API-Key", key);
    }

    private static void refused(HttpResponse<String> answer, String detail) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"api_key_certificate_required\"", detail);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
}
