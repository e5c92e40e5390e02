package io.janua.security;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How connections are protected where they end in the service itself: {@link TransportSettings}. */
@ConfigMapping(prefix = "janua.tls")
interface TransportConfig {

    /** File of the server's certificate and those between it and its authority, PEM. With it, plain HTTP is closed. */
    Optional<String> certificate();

    /** File of its private key, PEM. */
    Optional<String> key();

    /** File of the authorities (PEM) of devices, which then may show certificates. */
    Optional<String> clientAuthorities();

    /** Networks of proxies whose header {@code Client-Cert} is believed, as {@code 10.0.0.0/8}. */
    Optional<List<String>> clientCertificateProxies();
}
