package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    private static final byte[] MODEL = "not really a network".repeat(10_000).getBytes();

    @TempDir
    Path store;

    @TempDir
    Path mirror;

    private final AtomicInteger downloads = new AtomicInteger();
    private HttpServer server;
    private byte[] served = MODEL;
    private int status = 200;

    /** Of the bytes that were announced; the others come when the test is over. */
    private int sentAtOnce = Integer.MAX_VALUE;

    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            downloads.incrementAndGet();
            exchange.sendResponseHeaders(status, served.length);
            try (var body = exchange.getResponseBody()) {
                int first = Math.min(sentAtOnce, served.length);
                body.write(served, 0, first);
                if (first < served.length) {
                    body.flush();
                    awaitTheEnd();
                }
                body.write(served, first, served.length - first);
            }
        });
        server.start();
    }

    private void awaitTheEnd() throws IOException {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void obtain_fetchesChecksAndReportsProgress() throws Exception {
        List<Long> progress = new ArrayList<>();
        var modelStore = new ModelStore(store, Optional.empty(), Optional.of((model, bytes) -> progress.add(bytes)));

        Path file = modelStore.obtain(model());

        assertThat(file).hasBinaryContent(MODEL);
        assertThat(progress).isSorted().endsWith((long) MODEL.length);
        assertThat(files(store)).containsExactly("m.onnx");
        modelStore.obtain(model());
        assertThat(downloads).hasValue(1);
    }

    @Test
    void obtain_prefersTheMirror() throws Exception {
        Files.write(mirror.resolve("m.onnx"), MODEL);

        new ModelStore(store, Optional.of(mirror), Optional.empty()).obtain(model());

        assertThat(downloads).hasValue(0);
    }

    @Test
    void obtain_takesWhatTheBuildCarries_withoutNetworkAndMirror() throws Exception {
        Path file = new ModelStore(store, Optional.empty(), Optional.empty())
                .obtain(TestingCatalog.near("carried", ModelRole.DETECTOR));

        assertThat(file).hasContent("not really a network");
        assertThat(downloads).hasValue(0);
    }

    @Test
    void obtain_passesOverAMirrorWithOtherBytes() throws Exception {
        byte[] changed = MODEL.clone();
        changed[5]++;
        Files.write(mirror.resolve("m.onnx"), changed);

        Path file = new ModelStore(store, Optional.of(mirror), Optional.empty()).obtain(model());

        assertThat(file).hasBinaryContent(MODEL);
        assertThat(downloads).hasValue(1);
    }

    @Test
    void obtain_replacesADamagedFileOfTheStore() throws Exception {
        Files.write(store.resolve("m.onnx"), new byte[MODEL.length]);

        Path file = new ModelStore(store, Optional.empty(), Optional.empty()).obtain(model());

        assertThat(file).hasBinaryContent(MODEL);
    }

    @Test
    void obtain_refusesOtherBytesOfTheSameLengthAndLeavesNothing() throws Exception {
        served = new byte[MODEL.length];

        assertThatThrownBy(() -> new ModelStore(store, Optional.empty(), Optional.empty()).obtain(model()))
                .isInstanceOf(ModelUnobtainable.class)
                .hasMessageContaining("sha256 is");
        assertThat(files(store)).isEmpty();
    }

    @Test
    void obtain_refusesAnotherLengthBeforeReadingIt() throws Exception {
        served = new byte[MODEL.length + 1];

        assertThatThrownBy(() -> new ModelStore(store, Optional.empty(), Optional.empty()).obtain(model()))
                .isInstanceOf(ModelUnobtainable.class)
                .hasMessageContaining("has %d bytes".formatted(MODEL.length + 1));
    }

    @Test
    void obtain_givesUpADownloadThatStalls() throws Exception {
        sentAtOnce = 1000;
        var impatient = new ModelStore(store, Optional.empty(), Optional.empty(), Duration.ofMillis(100));

        assertThatThrownBy(() -> impatient.obtain(model()))
                .isInstanceOf(ModelUnobtainable.class)
                .hasMessageContaining("nothing came for");
        assertThat(files(store)).isEmpty();
    }

    @Test
    void obtain_tellsHowToHelpWhenNothingIsReachable() throws Exception {
        status = 404;

        assertThatThrownBy(() -> new ModelStore(store, Optional.of(mirror), Optional.empty()).obtain(model()))
                .isInstanceOf(ModelUnobtainable.class)
                .hasMessageContaining("m.onnx")
                .hasMessageContaining(address().toString())
                .hasMessageContaining(sha256(MODEL))
                .hasMessageContaining(store.resolve("m.onnx").toString())
                .hasMessageContaining("JANUA_MODEL_MIRROR")
                .hasMessageContaining("HTTP status 404")
                .hasMessageContaining("mirror " + mirror.resolve("m.onnx"));
    }

    @Test
    void obtain_saysSoWhenTheStoreCannotBeWritten() throws Exception {
        Path file = Files.writeString(store.resolve("a-file-not-a-folder"), "");

        assertThatThrownBy(() -> new ModelStore(file, Optional.empty(), Optional.empty()).obtain(model()))
                .isInstanceOf(ModelUnobtainable.class)
                .hasMessageContaining("a-file-not-a-folder");
    }

    @Test
    void obtain_isNotMisledByTheRemainsOfAKilledProcess() throws Exception {
        Files.write(store.resolve("m.onnx123.part"), new byte[10]);

        assertThat(new ModelStore(store, Optional.empty(), Optional.empty()).obtain(model()))
                .hasBinaryContent(MODEL);
    }

    private ModelEntry model() throws Exception {
        return new ModelEntry(
                "test-model",
                ModelRole.DETECTOR,
                "m.onnx",
                Optional.of(address()),
                sha256(MODEL),
                MODEL.length,
                new Licence("Apache-2.0", true, URI.create("https://example.org/licence")),
                new Preprocessing(Preprocessing.Channels.BGR, 1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), "any"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "card.md");
    }

    private URI address() {
        return URI.create(
                "http://127.0.0.1:%d/m.onnx".formatted(server.getAddress().getPort()));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
