package io.janua.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Takes webhooks, notes when and in which order they came; beside it, an address where nobody ever answers. */
final class HookReceiver implements AutoCloseable {

    /** Member of an event's data: System.nanoTime() when it was written, in this very process. */
    static final String WRITTEN = "writtenNanos";

    private static final Pattern WRITTEN_AT = Pattern.compile("\"%s\":\\s*(\\d+)".formatted(WRITTEN));
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final HttpServer server;
    private final ServerSocket silent;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger outOfOrder = new AtomicInteger();

    private HookReceiver(HttpServer server, ServerSocket silent) {
        this.server = server;
        this.silent = silent;
    }

    static HookReceiver start() {
        try {
            var loopback = InetAddress.getByName("127.0.0.1");
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 1024);
            // It takes connections, by the operating system, and never reads.
            var receiver = new HookReceiver(server, new ServerSocket(0, 1024, loopback));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    String silentAddress() {
        return "http://127.0.0.1:%d".formatted(silent.getLocalPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var written = WRITTEN_AT.matcher(body);
        // Decisions have their events too.
        if (written.find()) {
            note(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    Long.parseLong(written.group(1)));
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void note(String hook, String id, long writtenNanos) {
        if (!seen.add(id)) {
            repeated.incrementAndGet();
            return;
        }
        millis.add((System.nanoTime() - writtenNanos) / 1e6);
        Long before = newest.put(hook, writtenNanos);
        if (before != null && before > writtenNanos) {
            outOfOrder.incrementAndGet();
        }
    }

    /** @throws IllegalStateException when they do not come in time */
    void awaitFrom(int hooks, int events, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (different() < events) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "of %d events for %d hooks only %d came".formatted(events, hooks, different()));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    int different() {
        return seen.size();
    }

    int repeated() {
        return repeated.get();
    }

    int outOfOrder() {
        return outOfOrder.get();
    }

    /** From writing to arrival, of each event. */
    double[] millis() {
        return List.copyOf(millis).stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            silent.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
