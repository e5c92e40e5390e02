package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCertificatesTest {

    @Test
    void aHeaderHoldsTheCertificatesBytesBetweenColons() {
        byte[] der = "stands for a certificate".getBytes(StandardCharsets.US_ASCII);

        assertThat(ClientCertificates.ofHeader(
                        " :%s: ".formatted(Base64.getEncoder().encodeToString(der))))
                .contains(CertificateThumbprint.ofCertificate(der));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "::", ":", "YWJj", ":YWJj", ":YW%3D:", ":YWJj:, :YWJj:", ":a:", ":YWJjY===:"})
    void anythingElseIsNoCertificate(String header) {
        assertThat(ClientCertificates.ofHeader(header)).isEmpty();
    }

    /** Appendix A of RFC 7515 has none; this is the SHA-256 of nothing, as base64url has it. */
    @Test
    void aThumbprintIsWrittenAsInRfc8705() {
        var thumbprint = CertificateThumbprint.ofCertificate(new byte[0]);

        assertThat(thumbprint).hasToString("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
        assertThat(thumbprint.text()).matches(CertificateThumbprint.FORM);
        assertThat(CertificateThumbprint.parse(thumbprint.text()))
                .isEqualTo(thumbprint)
                .hasSameHashCodeAs(thumbprint);
    }
}
