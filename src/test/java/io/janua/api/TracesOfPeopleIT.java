package io.janua.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * After all other tests, whose service enrolled, verified, identified, exported and erased people: nothing of them, and
 * no secret, lies in logs or temporary files. Its name puts it last (failsafe runs these by name).
 */
class TracesOfPeopleIT {

    private static final Path BUILD = Path.of("target");

    /** Four numbers in a row as an embedding is written, in Java or in PostgreSQL. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?:-?\\d\\.\\d{3,}(?:E-?\\d+)?[,;]\\s?){3,}-?\\d\\.\\d{3,}");

    private static final Pattern SCORE = Pattern.compile("(?i)(?:score|similarity|cosine)\\W{1,4}-?\\d\\.\\d");
    private static final Pattern BASE64_PICTURE = Pattern.compile("/9j/[A-Za-z0-9+/]{40}|iVBORw0KGgo[A-Za-z0-9+/]{40}");
    private static final Pattern API_KEY = Pattern.compile("janua_[A-Za-z0-9_-]{43}");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.");
    private static final Pattern NAME = Pattern.compile("Name of (?:alice|bob|victims)");

    private static final List<byte[]> PICTURES = List.of(
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "RIFF".getBytes(StandardCharsets.US_ASCII));

    @Test
    void logsHoldNothingOfPeople() {
        List<Path> logs = logs();

        assertThat(logs)
                .as("the service's logs of this build, that of the unit tests among them")
                .contains(BUILD.resolve("service-under-test.log"));
        assertThat(logs).allSatisfy(TracesOfPeopleIT::holdsNothing);
    }

    @Test
    void noPictureIsLeftInTemporaryFiles() throws IOException {
        FileTime begin = Files.getLastModifiedTime(BUILD.resolve("test-classes"));

        try (Stream<Path> files = Files.find(
                Path.of(System.getProperty("java.io.tmpdir")),
                2,
                (file, attributes) -> attributes.isRegularFile()
                        && attributes.lastModifiedTime().compareTo(begin) > 0
                        && Files.isReadable(file))) {
            assertThat(files.filter(TracesOfPeopleIT::isPicture)).isEmpty();
        }
    }

    private static void holdsNothing(Path log) {
        for (Pattern pattern : List.of(NUMBERS, SCORE, BASE64_PICTURE, API_KEY, TOKEN, NAME)) {
            var found = pattern.matcher(read(log));
            // What was found is itself what nobody should see, so only its place is told.
            found.results()
                    .findFirst()
                    .ifPresent(place -> fail("%s holds %s at %d".formatted(log, pattern, place.start())));
        }
    }

    /** Of this process's service and of the packaged one. */
    private static List<Path> logs() {
        try (Stream<Path> files = Files.list(BUILD)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPicture(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(4);
            return PICTURES.stream()
                    .anyMatch(magic -> begin.length >= magic.length
                            && Arrays.equals(begin, 0, magic.length, magic, 0, magic.length));
        } catch (IOException gone) {
            return false;
        }
    }
}
