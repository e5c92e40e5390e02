package io.janua.security;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Base64;
import java.util.Optional;

/** A proxy's header is a certificate or none, and what it holds is what was put in. */
public final class ClientCertFuzzer {

    private ClientCertFuzzer() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        ClientCertificates.ofHeader(data.consumeString(100));
        byte[] der = data.consumeRemainingAsBytes();
        var told =
                ClientCertificates.ofHeader(":%s:".formatted(Base64.getEncoder().encodeToString(der)));
        // RFC 8941 has no longer byte sequences than a header has room for, and nothing is no certificate.
        boolean fits = der.length > 0 && der.length < 8_000;
        if (fits && !told.equals(Optional.of(CertificateThumbprint.ofCertificate(der)))) {
            throw new AssertionError("another certificate came out");
        }
    }
}
