package io.janua.hook.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of authorities that a hook names itself; then no other is believed. */
final class CaCertificate {

    private CaCertificate() {}

    static TrustManagerFactory trust(String pem) throws GeneralSecurityException {
        var authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            authorities.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing is read", impossible);
        }
        int count = 0;
        for (Certificate certificate : read(pem)) {
            authorities.setCertificateEntry(Integer.toString(count++), certificate);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        return trust;
    }

    private static Collection<? extends Certificate> read(String pem) throws CertificateException {
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (certificates.isEmpty()) {
            throw new CertificateException("there is none");
        }
        return certificates;
    }
}
