package io.janua.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The console is one page that knows many addresses: a browser that asks for one of them gets that page. Quinoa would do
 * it where nobody else answers; but here the API answers whatever is not a file, with a problem.
 */
@ApplicationScoped
class ConsolePages {

    private static final int BEFORE_THE_API = 900;
    private static final String PAGE = "/";

    /** Files lie at the root or, with hashed names, below /assets/; a dot elsewhere is part of somebody's id. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/(v1|q|assets)(/.*)?|/[^/]+\\.(html|svg|ico|txt|js|css|map|json|webmanifest|png)");

    void register(@Observes Filters filters) {
        filters.register(ConsolePages::answer, BEFORE_THE_API);
    }

    private static void answer(RoutingContext context) {
        String path = context.normalizedPath();
        if (wantsPage(context) && isPage(path)) {
            context.reroute(PAGE);
            return;
        }
        if (path.equals(PAGE) || path.endsWith(".html")) {
            // The page names the files of its own version: after an upgrade a browser must not go on with the old one.
            context.addHeadersEndHandler(
                    ended -> context.response().headers().set(HttpHeaders.CACHE_CONTROL, "no-cache"));
        }
        context.next();
    }

    /** @return whether it is an address that the page itself knows */
    static boolean isPage(String path) {
        return !path.equals(PAGE) && !NO_PAGE.matcher(path).matches();
    }

    private static boolean wantsPage(RoutingContext context) {
        return context.request().method() == HttpMethod.GET
                && Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
                        .orElse("")
                        .contains("text/html");
    }
}
