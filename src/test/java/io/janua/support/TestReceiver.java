package io.janua.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** Somebody who is told by hooks: a server on this machine that does as a test wants, also what no server should. */
public final class TestReceiver implements AutoCloseable {

    private final ServerSocket socket;
    private final String scheme;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<Behaviour> next = new ConcurrentLinkedDeque<>();
    private volatile Behaviour usual = answering(204);

    private TestReceiver(ServerSocketFactory sockets, String scheme) {
        try {
            socket = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        this.scheme = scheme;
        Thread.ofVirtual().name("receiver").start(this::accept);
    }

    public static TestReceiver plain() {
        return new TestReceiver(ServerSocketFactory.getDefault(), "http");
    }

    public static TestReceiver tls(SSLContext identity) {
        return new TestReceiver(identity.getServerSocketFactory(), "https");
    }

    /** @param headers names in lower case */
    public record Received(String method, String path, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.get(name);
        }
    }

    /** What comes back for a request; nothing at all is fine too. */
    @FunctionalInterface
    public interface Behaviour {

        /** @return whether the connection goes on */
        boolean answer(Received request, OutputStream out) throws IOException, InterruptedException;
    }

    public static Behaviour answering(int status, String... headers) {
        return answering(status, "", headers);
    }

    public static Behaviour answering(int status, String body, String[] headers) {
        byte[] content = body.getBytes(UTF_8);
        String head = "HTTP/1.1 %d Status\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(
                        status,
                        String.join(
                                "",
                                List.of(headers).stream()
                                        .map(line -> line + "\r\n")
                                        .toList()),
                        content.length);
        return (_, out) -> {
            out.write(head.getBytes(UTF_8));
            out.write(content);
            return true;
        };
    }

    /** Takes the request and never says anything. */
    public static Behaviour silent() {
        return (_, _) -> {
            Thread.sleep(Duration.ofMinutes(10));
            return false;
        };
    }

    /** Takes the request and hangs up. */
    public static Behaviour hangingUp() {
        return (_, _) -> false;
    }

    /** Says yes, and never stops talking. */
    public static Behaviour endless() {
        return (_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            byte[] chatter = "and so on ".repeat(1000).getBytes(UTF_8);
            while (true) {
                out.write(chatter);
            }
        };
    }

    /** Says yes, and then drips a byte now and then. */
    public static Behaviour dripping() {
        return (_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write('.');
                out.flush();
                Thread.sleep(Duration.ofMillis(50));
            }
        };
    }

    /** No HTTP at all. */
    public static Behaviour saying(String bytes) {
        return (_, out) -> {
            out.write(bytes.getBytes(UTF_8));
            return false;
        };
    }

    /** For the next requests, each one once. */
    public TestReceiver then(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
        return this;
    }

    public TestReceiver always(Behaviour behaviour) {
        usual = behaviour;
        return this;
    }

    public String url(String path) {
        return "%s://localhost:%d%s".formatted(scheme, socket.getLocalPort(), path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** In the order in which they came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> awaitReceived(int atLeast) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> received.size() >= atLeast);
        return received();
    }

    @Override
    public void close() {
        closeQuietly(socket);
        connections.forEach(TestReceiver::closeQuietly);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().name("receiver-connection").start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var in = new BufferedInputStream(connection.getInputStream());
                var out = connection.getOutputStream()) {
            boolean goesOn = true;
            while (goesOn) {
                Received request = read(in);
                received.add(request);
                Behaviour behaviour = next.poll();
                goesOn = (behaviour == null ? usual : behaviour).answer(request, out);
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            // The caller hung up, which is its right.
        } finally {
            connections.remove(connection);
        }
    }

    private static Received read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("that is no HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(first[0], first[1], headers, new String(body, UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the caller hung up");
            }
            if (b != '\r') {
                bytes.write(b);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyClosed) {
            // Nothing is left to close.
        }
    }
}
