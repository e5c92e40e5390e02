package io.janua.security;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes of {@link TransportConfig} what the framework's server is told. It has no way to say "only where there is a
 * certificate", so these properties exist or do not, and whatever else is configured wins over them.
 */
public class TransportSettings implements ConfigSourceFactory {

    /** Of the framework's TLS configurations. The unnamed one would also turn health into HTTPS. */
    private static final String NAME = "janua";

    /** Above application.properties, below the environment. */
    private static final int ORDINAL = 275;

    /** With forward secrecy and authenticated encryption only (BSI TR-02102-2); all that TLS 1.3 has, and of 1.2 these. */
    private static final String CIPHER_SUITES = String.join(
            ",",
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = of(
                setting(context, "janua.tls.certificate"),
                setting(context, "janua.tls.key"),
                setting(context, "janua.tls.client-authorities"));
        return settings.isEmpty() ? List.of() : List.of(new PropertiesConfigSource(settings, NAME, ORDINAL));
    }

    /**
     * @return empty where the service speaks plain HTTP
     * @throws IllegalArgumentException for half of a configuration: whoever wants TLS must not get none
     */
    static Map<String, String> of(
            Optional<String> certificate, Optional<String> key, Optional<String> clientAuthorities) {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("JANUA_TLS_CERTIFICATE and JANUA_TLS_KEY are set both or neither");
        }
        if (certificate.isEmpty()) {
            if (clientAuthorities.isPresent()) {
                throw new IllegalArgumentException("JANUA_TLS_CLIENT_AUTHORITIES means nothing without a certificate:"
                        + " set JANUA_TLS_CERTIFICATE and JANUA_TLS_KEY");
            }
            return Map.of();
        }
        String tls = "quarkus.tls.%s.".formatted(NAME);
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.http.tls-configuration-name",
                NAME,
                // A redirection comes after the key was sent in the clear.
                "quarkus.http.insecure-requests",
                "disabled",
                tls + "key-store.pem.0.cert",
                certificate.get(),
                tls + "key-store.pem.0.key",
                key.orElseThrow(),
                tls + "protocols",
                "TLSv1.3,TLSv1.2",
                tls + "cipher-suites",
                CIPHER_SUITES,
                // There is no HTTP/2 to agree on.
                tls + "alpn",
                "false",
                tls + "reload-period",
                "1M"));
        clientAuthorities.ifPresent(file -> settings.put(tls + "trust-store.pem.certs", file));
        return settings;
    }

    private static Optional<String> setting(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }
}
