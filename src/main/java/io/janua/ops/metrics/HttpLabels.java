package io.janua.ops.metrics;

import io.janua.ops.RouteNames;
import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What callers make up stands in no label. A path that is no URI is answered before {@link RouteNames} can name the
 * request, and would be counted as it is; a method may be any word.
 */
@Singleton
class HttpLabels implements HttpServerMetricsTagsContributor {

    static final String METHOD = "method";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER = "OTHER";

    @Override
    public Tags contribute(Context context) {
        var method = Tags.of(METHOD, method(context.request().method().name()));
        return context.requestContextLocalData(RouteNames.ROUTE) == null
                ? method.and("uri", RouteNames.NO_ENDPOINT)
                : method;
    }

    static String method(String said) {
        return METHODS.contains(said) ? said : OTHER;
    }
}
