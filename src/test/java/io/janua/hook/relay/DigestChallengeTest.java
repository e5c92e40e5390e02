package io.janua.hook.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestChallengeTest {

    private static final String RFC_7616 =
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
                    + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                    + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    /** The example of RFC 7616, 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5,     8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
    })
    void answersAsTheStandardDoes(String algorithm, String response) {
        var challenge = DigestChallenge.parse(RFC_7616.formatted(algorithm)).orElseThrow();
        String answer = challenge.answer(
                new Login("Mufasa", "Circle of Life"),
                "GET",
                "/dir/index.html",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
        assertThat(answer)
                .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
                .contains("response=\"%s\"".formatted(response))
                .contains("qop=auth, nc=00000001")
                .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
                .doesNotContain("Circle");
    }

    /** The example of RFC 2617, 3.5. */
    @Test
    void answersDevicesThatNameNoAlgorithm() {
        String answer = DigestChallenge.parse("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")
                .orElseThrow()
                .answer(new Login("Mufasa", "Circle Of Life"), "GET", "/dir/index.html", "0a4f113b");
        assertThat(answer).contains("response=\"6629fae49393a05397450978507c4ef1\"");
    }

    /** By RFC 2069: without qop there is neither a count nor a nonce of the client's. */
    @Test
    void answersDevicesThatKnowNoQualityOfProtection() {
        String answer = DigestChallenge.parse(
                        "digest realm=\"testrealm@host.com\"," + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")
                .orElseThrow()
                .answer(new Login("Mufasa", "Circle Of Life"), "GET", "/dir/index.html", "0a4f113b");
        assertThat(answer)
                .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"")
                .doesNotContain("cnonce");
    }

    @Test
    void findsTheDigestAmongSeveral() {
        assertThat(DigestChallenge.parse("Basic realm=\"door\", Digest realm=\"door \\\"1\\\"\", nonce=\"n\""))
                .hasValueSatisfying(challenge -> assertThat(challenge.realm()).isEqualTo("door \"1\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic realm=\"door\"",
                "Digest",
                "Digest realm=\"door\"",
                "Digest realm=\"door\", nonce=\"n\", qop=\"auth-int\"",
                "Digest realm=\"door\", nonce=\"n\", algorithm=CRC32",
                "NotDigest realm=\"door\", nonce=\"n\"",
            })
    void whatItCannotAnswerIsNoChallenge(String header) {
        assertThat(DigestChallenge.parse(header)).isEmpty();
    }
}
