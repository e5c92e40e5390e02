package io.janua.security;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What of the server's transport cannot be said in application.properties. */
@ApplicationScoped
class ServerTransport implements HttpServerOptionsCustomizer {

    private static final int BEFORE_EVERYTHING_ELSE = 2000;

    private static final CharSequence HSTS = HttpHeaders.createOptimized("Strict-Transport-Security");

    /** A year, for this host alone: what else its domain serves is not for this service to say. */
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private final TransportConfig config;

    ServerTransport(TransportConfig config) {
        this.config = config;
    }

    /**
     * Devices are asked for a certificate, and whoever has none gets in all the same: browsers of people, and keys that are
     * bound to none. The framework's own setting is for the build, and would make an identity of each certificate.
     */
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (config.clientAuthorities().isPresent()) {
            options.setClientAuth(ClientAuth.REQUEST);
        }
    }

    /** Over plain HTTP it would mean nothing (RFC 6797 section 7.2). */
    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().isSSL()) {
                        context.response().putHeader(HSTS, A_YEAR);
                    }
                    context.next();
                },
                BEFORE_EVERYTHING_ELSE);
    }
}
