package io.janua.hook.http;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: the public authorities', as the JVM knows them, and those of the operator. */
final class Authorities {

    private final X509TrustManager trust;

    private Authorities(X509TrustManager trust) {
        this.trust = trust;
    }

    /** @throws IllegalStateException when the file holds no certificates: a service with half a trust store is none */
    static Authorities with(Optional<Path> file) {
        try {
            var publicOnes = trust(null);
            if (file.isEmpty()) {
                return new Authorities(publicOnes);
            }
            var all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            var certificates = new ArrayList<Certificate>(List.of(publicOnes.getAcceptedIssuers()));
            certificates.addAll(read(file.get()));
            for (int i = 0; i < certificates.size(); i++) {
                all.setCertificateEntry(Integer.toString(i), certificates.get(i));
            }
            return new Authorities(trust(all));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "the certificates of janua.hooks.authorities cannot be read: they are to be PEM", unusable);
        }
    }

    TrustOptions trust() {
        return TrustOptions.wrap(trust);
    }

    private static List<X509Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static X509TrustManager trust(KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
