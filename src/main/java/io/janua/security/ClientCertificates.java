package io.janua.security;

import io.janua.http.Network;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Which certificate a request came with. The connection tells, if it ends here; a proxy that ends it tells in a header
 * (RFC 9440), which is believed only from where the operator says that such proxies are: anybody can write a header.
 */
@Startup
@ApplicationScoped
class ClientCertificates {

    static final String HEADER = "Client-Cert";

    /** A byte sequence of RFC 8941. Certificates of devices have some hundred bytes, long chains of names some thousand. */
    private static final Pattern BYTES = Pattern.compile(":([A-Za-z0-9+/]{1,12000}={0,2}):");

    private final List<Network> proxies;

    ClientCertificates(TransportConfig config) {
        this.proxies = config.clientCertificateProxies().orElse(List.of()).stream()
                .map(Network::of)
                .toList();
    }

    Optional<CertificateThumbprint> of(HttpServerRequest request) {
        // A proxy's own certificate says nothing of whom it speaks for.
        return isProxy(request) ? ofHeaders(request.headers().getAll(HEADER)) : ofConnection(request.sslSession());
    }

    /** By the TCP peer: what {@code X-Forwarded-For} claims is somebody's word, too. */
    private boolean isProxy(HttpServerRequest request) {
        if (proxies.isEmpty()) {
            return false;
        }
        InetAddress peer =
                InetAddress.ofLiteral(request.connection().remoteAddress().hostAddress());
        return proxies.stream().anyMatch(network -> network.contains(peer));
    }

    /** @param session null where the connection is a plain one */
    private static Optional<CertificateThumbprint> ofConnection(SSLSession session) {
        if (session == null) {
            return Optional.empty();
        }
        try {
            // Whose it is was checked in the handshake; the first is the device's own.
            return Optional.of(CertificateThumbprint.ofCertificate(session.getPeerCertificates()[0].getEncoded()));
        } catch (SSLPeerUnverifiedException showedNone) {
            return Optional.empty();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("it came as these very bytes", impossible);
        }
    }

    /** A proxy that adds one to what the caller sent leaves open which is whose. */
    private static Optional<CertificateThumbprint> ofHeaders(List<String> headers) {
        return headers.size() == 1 ? ofHeader(headers.getFirst()) : Optional.empty();
    }

    /** What is no certificate at all gives the thumbprint of nothing that anybody is bound to. */
    static Optional<CertificateThumbprint> ofHeader(String header) {
        Matcher bytes = BYTES.matcher(header.strip());
        try {
            return bytes.matches()
                    ? Optional.of(CertificateThumbprint.ofCertificate(
                            Base64.getDecoder().decode(bytes.group(1))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
