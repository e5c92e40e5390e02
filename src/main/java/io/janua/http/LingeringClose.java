package io.janua.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends the connection of a request that was answered before all of it had come. Not at once, because a sender whose bytes
 * meet a closed door sees a reset, and not the answer (RFC 9112 section 9.6).
 */
final class LingeringClose {

    private static final long LINGER_MILLIS = 2000;

    private LingeringClose() {}

    /** After the answer has gone out, which said so. Streams of HTTP/2 end alone. */
    static void after(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            return;
        }
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        long tooLong = context.vertx().setTimer(LINGER_MILLIS, _ -> connection.close());
        request.endHandler(_ -> {
            context.vertx().cancelTimer(tooLong);
            connection.close();
        });
        request.handler(_ -> {});
        request.resume();
    }
}
