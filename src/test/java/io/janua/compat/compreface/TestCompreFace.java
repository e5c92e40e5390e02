package io.janua.compat.compreface;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What CompreFace 1.2 answers to those who list its examples, word for word. */
final class TestCompreFace implements AutoCloseable {

    static final String KEY = "00000000-0000-0000-0000-000000000002";

    private static final String FACES = "/api/v1/recognition/faces";

    private final List<Example> examples = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private Optional<String> brokenFor = Optional.empty();
    private boolean shrinks;

    TestCompreFace() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    TestCompreFace with(Example example) {
        examples.add(example);
        return this;
    }

    /** The pictures of this subject cannot be read. */
    TestCompreFace brokenFor(String subject) {
        brokenFor = Optional.of(subject);
        return this;
    }

    /** Whoever's picture was read is deleted at once. */
    TestCompreFace shrinking() {
        shrinks = true;
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
            send(exchange, 404, """
                    {"message" : "Recognition service with API Key %s not found", "code" : 10}""".formatted(exchange.getRequestHeaders().getFirst("x-api-key")));
        } else if (path.equals(FACES)) {
            send(exchange, 200, page(parameter(exchange, "page"), parameter(exchange, "size")));
        } else {
            Example asked = examples.stream()
                    .filter(example -> path.equals("%s/%s/img".formatted(FACES, example.id())))
                    .findFirst()
                    .orElseThrow();
            if (brokenFor.filter(asked.subject()::equals).isPresent()) {
                send(exchange, 400, """
                        {"message" : "Something went wrong, please try again", "code" : 0}""");
            } else {
                send(exchange, 200, asked.picture());
                if (shrinks) {
                    examples.remove(asked);
                }
            }
        }
    }

    private String page(int page, int size) {
        return """
                {"faces" : [%s], "page_number" : %d, "page_size" : %d, "total_pages" : %d, "total_elements" : %d}""".formatted(
                        examples.stream()
                                .skip((long) page * size)
                                .limit(size)
                                .map(example -> """
                                        {"image_id" : "%s", "subject" : "%s"}""".formatted(example.id(), example.subject()))
                                .collect(Collectors.joining(", ")),
                        page,
                        size,
                        (examples.size() + size - 1) / size,
                        examples.size());
    }

    private static int parameter(HttpExchange exchange, String name) {
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return Integer.parseInt(pair.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
