package io.janua.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hands out the console's scripts and style sheets as its build has compressed them, which is a fifth smaller than what
 * can be done while somebody waits (vite.config.ts writes the files).
 */
@ApplicationScoped
class ConsoleFiles {

    private static final int BEFORE_THE_FILES = 890;
    private static final String BROTLI = "br";
    private static final String ASKED = ConsoleFiles.class.getName();
    private static final Pattern COMPRESSED = Pattern.compile("/assets/[^/]+\\.(js|css)");

    void register(@Observes Filters filters) {
        filters.register(ConsoleFiles::answer, BEFORE_THE_FILES);
    }

    private static void answer(RoutingContext context) {
        String path = context.normalizedPath();
        if (COMPRESSED.matcher(path).matches() && takesBrotli(context)) {
            context.put(ASKED, path);
            context.reroute(path + "." + BROTLI);
            return;
        }
        // Another path begins with empty headers, so they are told on the second way through here.
        Optional.<String>ofNullable(context.get(ASKED)).ifPresent(asked -> describe(context, asked));
        context.next();
    }

    private static void describe(RoutingContext context, String asked) {
        var headers = context.response().headers();
        // Last of all: else it would be compressed once more.
        context.addHeadersEndHandler(
                ended -> headers.set(HttpHeaders.CONTENT_TYPE, asked.endsWith(".js") ? "text/javascript" : "text/css")
                        .set(HttpHeaders.CONTENT_ENCODING, BROTLI)
                        .set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING));
    }

    private static boolean takesBrotli(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("")
                .contains(BROTLI);
    }
}
