package io.janua.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers what a page of this service may load and whom it may ask: itself, and the identity provider. A script
 * that somebody smuggles into a page does not run. The other headers for browsers never vary; they are in
 * application.properties.
 */
@ApplicationScoped
class ContentSecurityPolicy {

    private static final int BEFORE_EVERYTHING_ELSE = 2000;

    private static final CharSequence HEADER = HttpHeaders.createOptimized("Content-Security-Policy");

    private final CharSequence policy;

    ContentSecurityPolicy(
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer, ConsoleConfig console) {
        var further = console.identityProviderOrigins().orElse(List.of());
        this.policy = HttpHeaders.createOptimized(allowing(issuer.stream()
                .flatMap(address -> Stream.concat(Stream.of(address), further.stream()))
                .map(ContentSecurityPolicy::origin)
                .distinct()
                .toList()));
    }

    String policy() {
        return policy.toString();
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.response().putHeader(HEADER, policy);
                    context.next();
                },
                BEFORE_EVERYTHING_ELSE);
    }

    /** @param identityProvider its origins, if there is one */
    static String allowing(List<String> identityProvider) {
        String people = identityProvider.stream().map(origin -> " " + origin).collect(Collectors.joining());
        return String.join(
                "; ",
                "default-src 'self'",
                "connect-src 'self'" + people,
                "frame-src 'self'" + people,
                // Faces come by requests with credentials, so pages show them from memory.
                "img-src 'self' blob: data:",
                "media-src 'self' blob:",
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    static String origin(String address) {
        URI uri = URI.create(address);
        return "%s://%s".formatted(uri.getScheme(), uri.getAuthority());
    }
}
