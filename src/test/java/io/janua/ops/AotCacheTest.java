package io.janua.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./janua up} gives to the JVM besides its options is worth only time: aot.sh. */
class AotCacheTest {

    @TempDir
    Path folder;

    @Test
    void cache_thatIsGone_isNoReasonToStayDown() throws Exception {
        assertStartsQuietlyWith(folder.resolve("absent.aot"));
    }

    @Test
    void cache_thatIsEmpty_isNoReasonToStayDown() throws Exception {
        assertStartsQuietlyWith(write(new byte[0]));
    }

    @Test
    void cache_thatIsBroken_isNoReasonToStayDown() throws Exception {
        var noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        assertStartsQuietlyWith(write(noise));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("app.aot"), content);
    }

    private static void assertStartsQuietlyWith(Path cache) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-XX:AOTCache=" + cache,
                        "-Xlog:aot*=off",
                        "-XX:+UseCompactObjectHeaders",
                        "-version")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).doesNotContainIgnoringCase("aot").doesNotContain("warning");
    }
}
