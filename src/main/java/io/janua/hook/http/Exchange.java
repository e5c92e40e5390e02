package io.janua.hook.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One request and what comes back. Vert.x tells it from its own threads, and whoever waits may stop to at any time.
 */
final class Exchange {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private HttpClientRequest request;
    private HttpClientResponse head;
    private long read;
    private String failure;
    private boolean connected;
    private boolean abandoned;

    synchronized void cannotConnect(Throwable failed) {
        fail(failed);
    }

    void send(HttpClientRequest connection, HttpCall call) {
        synchronized (this) {
            request = connection;
            connected = true;
            if (abandoned) {
                connection.reset();
                return;
            }
        }
        call.headers().forEach(connection::putHeader);
        // Vert.x would log what nobody else listens to; here it is the request that fails.
        connection.connection().exceptionHandler(this::fail);
        connection.response().onSuccess(this::begin).onFailure(this::fail);
        connection.exceptionHandler(this::fail);
        call.body().ifPresentOrElse(connection::end, connection::end);
    }

    /** Until it has ended or time is over. What the receiver said until then counts. */
    HttpOutcome await(Deadline clock) {
        boolean inTime = waited(clock.left());
        synchronized (this) {
            abandoned = true;
            boolean whole = inTime && failure == null && read <= HttpCaller.READ_BYTES;
            if (request != null && !whole) {
                // Ends the connection: whatever still comes on it is nobody's answer.
                request.reset();
            }
            if (head != null) {
                return answered(clock.taken());
            }
            String reason = failure == null
                    ? "There was no answer within %d s.".formatted(clock.limit().toSeconds())
                    : failure;
            return new HttpOutcome.Unanswered(reason, clock.taken());
        }
    }

    synchronized boolean neverConnected() {
        return !connected;
    }

    private boolean waited(Duration limit) {
        try {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void begin(HttpClientResponse response) {
        head = response;
        response.handler(this::take).endHandler(_ -> ended.countDown()).exceptionHandler(this::fail);
    }

    private synchronized void take(Buffer part) {
        int room = Math.min(part.length(), HttpCaller.KEPT_BYTES - kept.size());
        if (!abandoned && room > 0) {
            kept.write(part.getBytes(0, room), 0, room);
        }
        read += part.length();
        if (read > HttpCaller.READ_BYTES) {
            ended.countDown();
        }
    }

    private synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = Failures.told(cause);
        }
        ended.countDown();
    }

    private HttpOutcome.Answered answered(Duration took) {
        Map<String, String> headers = new HashMap<>();
        head.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        Optional<Duration> retryAfter =
                Optional.ofNullable(headers.get("retry-after")).flatMap(RetryAfter::parse);
        return new HttpOutcome.Answered(
                head.statusCode(), headers, kept.toString(StandardCharsets.UTF_8), retryAfter, took);
    }
}
