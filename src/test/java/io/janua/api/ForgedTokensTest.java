package io.janua.api;

import static io.janua.support.Keycloak.bearing;
import static io.janua.support.Keycloak.machineToken;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Keycloak;
import io.janua.support.TestKeycloak;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that somebody made, or changed, without the realm's private key. */
@QuarkusTest
class ForgedTokensTest {

    private String header;
    private String claims;
    private String signature;

    @BeforeEach
    void takeARealToken() {
        String token = machineToken("default", "device");
        bearing(token).get("/v1/galleries").then().statusCode(200);
        String[] parts = token.split("\\.");
        header = parts[0];
        claims = parts[1];
        signature = parts[2];
    }

    @Test
    void changedClaims() {
        refused(header, decoded(claims).replace("\"device\"", "\"admin\""), signature);
        refused(
                header,
                decoded(claims).replace("\"janua_tenant\":\"default\"", "\"janua_tenant\":\"other\""),
                signature);
    }

    /**
     * It would answer 503 if it had to ask: what is not verified is shown to nobody. A token that names no known key
     * makes the service ask for new keys, but does not go with the question.
     */
    @Test
    void noForgeryReachesTheIdentityProvider() {
        TestKeycloak.proxy().cut();
        try {
            refused(header, decoded(claims).replace("\"device\"", "\"admin\""), signature);
            bearing("opaque").get("/v1/galleries").then().statusCode(401).body("code", equalTo("token_invalid"));
        } finally {
            TestKeycloak.proxy().restore();
        }
    }

    @Test
    void noSignature() {
        refused(header, decoded(claims), "");
        refused("{\"alg\":\"none\"}", decoded(claims), "");
        refused("{\"alg\":\"None\",\"typ\":\"JWT\"}", decoded(claims), signature);
        refused("{\"alg\":\"none\",\"kid\":\"%s\"}".formatted(key().get("kid")), decoded(claims), "");
    }

    /** The oldest trick: the public key, which everybody has, taken as a shared secret. */
    @Test
    void thePublicKeyAsASharedSecret() throws GeneralSecurityException {
        byte[] publicKey = publicKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey));
        String forged = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(key().get("kid"));

        for (byte[] secret :
                new byte[][] {publicKey, pem.getBytes(UTF_8), pem.strip().getBytes(UTF_8)}) {
            refused(forged, decoded(claims), hmac(secret, encoded(forged) + "." + claims));
        }
    }

    @Test
    void aKeyOfTheirOwn() throws GeneralSecurityException {
        var own = KeyPairGenerator.getInstance("RSA");
        own.initialize(2048);
        PrivateKey privateKey = own.generateKeyPair().getPrivate();
        for (String forged : new String[] {
            decoded(header),
            "{\"alg\":\"RS256\",\"kid\":\"theirs\"}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":\"RS256\",\"kid\":\"theirs\",\"jku\":\"http://127.0.0.1:1/keys\",\"x5u\":\"http://127.0.0.1:1/\"}",
        }) {
            refused(forged, decoded(claims), rsa(privateKey, encoded(forged) + "." + claims));
        }
    }

    @Test
    void whatIsNoToken() {
        for (String garbage : new String[] {
            "",
            "garbage",
            "a.b.c",
            "..",
            "....",
            "e30.e30.",
            "e30.e30.e30",
            "{\"alg\":\"RS256\"}",
            "eyJhbGciOiJSUzI1NiJ9.bnVsbA.AA",
            "eyJhbGciOiJSUzI1NiJ9.W10.AA",
            "bnVsbA." + claims + "." + signature,
            header + "." + claims + "." + signature + "." + signature,
            header + "." + claims + "." + signature + " " + signature,
            "A".repeat(10_000),
            "%00",
            "\u00e4\u00f6",
        }) {
            Response answer = bearing(garbage).get("/v1/galleries");
            assertThat(answer.statusCode()).as(garbage).isEqualTo(401);
            answer.then().body("code", equalTo("token_invalid"));
        }
    }

    @Test
    void aHeaderThatNoTokenNeeds() {
        assertThat(bearing("A".repeat(20_000)).get("/v1/galleries").statusCode())
                .isEqualTo(431);
    }

    @Test
    void anotherSchemeIsNoToken() {
        given().header("Authorization", "Basic YWxpY2U6c2VjcmV0")
                .get("/v1/galleries")
                .then()
                .statusCode(401)
                .body("code", equalTo("token_invalid"));
    }

    private static void refused(String header, String claims, String signature) {
        String first = header.startsWith("{") ? encoded(header) : header;
        bearing(first + "." + encoded(claims) + "." + signature)
                .get("/v1/galleries")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("code", equalTo("token_invalid"))
                .body("detail", equalTo("The bearer token is not accepted."));
    }

    private static Map<String, String> key() {
        return Keycloak.keys().path("keys.find { it.use == 'sig' && it.alg == 'RS256' }");
    }

    private static byte[] publicKey() throws GeneralSecurityException {
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, decoder.decode(key().get("n"))),
                        new BigInteger(1, decoder.decode(key().get("e")))))
                .getEncoded();
    }

    private static String hmac(byte[] secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String rsa(PrivateKey key, String text) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(text.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
