package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.support.TestModels;
import io.janua.support.TestPictures;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, with the models of the default pack and people who do not exist. */
class EvaluateCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PACK = TestModels.running().id();

    /** With two photographs each there are just enough pairs for two rates, which a calibration needs. */
    private static final int PEOPLE = 24;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void useTheModelsOfTheTests() {
        environment.put("JANUA_MODEL_STORE", TestModels.folder().toString());
        environment.put("JANUA_MODEL_PACK", PACK);
    }

    @Test
    void people_areRecognisedAndCalibratedOn() throws Exception {
        try (Stream<Path> people = Files.list(Path.of("src/demo"))) {
            for (Path person :
                    people.filter(Files::isDirectory).sorted().limit(PEOPLE).toList()) {
                copy(person, "1.jpg");
                copy(person, "2.jpg");
            }
        }
        photograph("twin <i>", "only one.jpg", TestPictures.synthetic("person-0000/1.jpg"));
        photograph(
                "both",
                "1.jpg",
                TestPictures.sideBySide(
                        TestPictures.synthetic(TestPictures.ALICE + "/1.jpg"),
                        TestPictures.synthetic(TestPictures.BOB + "/1.jpg")));
        photograph("broken", "1.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 0});
        photograph("nobody", "1.png", TestPictures.flat(64, 64, ".png"));
        Path pairs = Files.writeString(folder.resolve("pairs.txt"), """
                4 1
                ade-okoye 1 2
                ade-okoye 1 ben-holm 1
                ben-holm 1 2
                ben-holm 1 chloe-martin 1
                chloe-martin 1 2
                chloe-martin 1 nobody 1
                """.replace(' ', '\t'));

        int code = evaluate("--pairs", pairs.toString());

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("photographs of %d people, 6 listed pairs".formatted(PEOPLE + 4));
        assertThat(code).isEqualTo(EvaluateCommand.DONE);
        JsonNode json = JSON.readTree(results().resolve("evaluation.json").toFile());
        JsonNode pack = json.at("/packs/0");
        assertThat(pack.at("/acquisition/unusable/0/what").asText()).isEqualTo("broken/1.jpg");
        assertThat(pack.at("/acquisition/notAcquired").asInt()).isEqualTo(1);
        assertThat(pack.at("/acquisition/severalFaces").asInt()).isEqualTo(1);
        assertThat(pack.at("/listed/accuracy/mean").asDouble()).isGreaterThan(0.8);
        assertThat(pack.at("/listed/refused").asInt()).isEqualTo(1);
        assertThat(pack.at("/identification/withinRank/0/value").asDouble()).isGreaterThan(0.8);
        assertThat(pack.at("/allPairs/trueAcceptRates/0/supported").asBoolean()).isTrue();
        assertThat(pack.at("/allPairs/trueAcceptRates/4/supported").asBoolean()).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("3 folds;", "found at rank 1", "The bytes are not a JPEG, PNG or WebP image: broken/1.jpg");
        aPageThatNeedsNothingElse();
        aCatalogueThatTheServiceTakes();
        nobodyElseReadsThem();
    }

    private void aPageThatNeedsNothingElse() throws IOException {
        String page = Files.readString(results().resolve("evaluation.html"));
        assertThat(page)
                .contains("twin &lt;i&gt;", "data:image/jpeg;base64,", "This page shows faces", "prefers-color-scheme")
                .doesNotContain("<script", "http://", "https://", "twin <i>", "@import", "url(");
    }

    private void aCatalogueThatTheServiceTakes() throws IOException {
        Path file = results().resolve("catalog/catalog.json");
        ModelCatalog catalog = ModelCatalog.load(Optional.of(file));
        ModelEntry embedder = catalog.model(TestModels.loaded().embedder().id()).orElseThrow();
        assertThat(catalog.packs()).isEqualTo(TestModels.CATALOG.packs());
        assertThat(embedder.calibration().orElseThrow().measured(1e-2)).isTrue();
        assertThat(ModelCatalog.scores(Optional.of(file), embedder)
                        .orElseThrow()
                        .measuredOn())
                .contains("of %d people".formatted(PEOPLE + 4));
    }

    private void nobodyElseReadsThem() throws IOException {
        try (Stream<Path> files = Files.walk(results())) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void aPackThatDoesNotFit_isNamedAndTheOthersGoOn() throws Exception {
        photograph("ade", "1.jpg", TestPictures.synthetic("person-0000/1.jpg"));
        environment.put("JANUA_MODEL_CATALOG", catalogWithMisfits().toString());

        int code = evaluate("--pack", PACK + ",other-size,no-embedder,not-free,unreachable");

        assertThat(code).isEqualTo(EvaluateCommand.REFUSED);
        JsonNode packs =
                JSON.readTree(results().resolve("evaluation.json").toFile()).path("packs");
        assertThat(packs.path(0).has("notJudged")).isFalse();
        assertThat(packs.path(1).path("notJudged").asText()).contains("gives 128 numbers where the catalogue says 64");
        assertThat(packs.path(2).path("notJudged").asText()).contains("Its embedder no-embedder-embedder");
        assertThat(packs.path(3).path("notJudged").asText()).contains("JANUA_ACCEPT_MODEL_LICENCE=not-free");
        assertThat(packs.path(4).path("notJudged").asText()).contains("could not be obtained");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("other-size was not judged", "Not calibrated", "1,000 pairs of two people");
        assertThat(Files.readString(results().resolve("evaluation.html")))
                .contains("no-embedder was not judged", "Without pairs of both kinds there is nothing to draw");
    }

    @Test
    void whatCannotBegin_isRefusedAndLeavesNothing() throws Exception {
        photograph("ade", "1.jpg", TestPictures.synthetic("person-0000/1.jpg"));

        assertThat(evaluate("--pack", "no-such-pack")).isEqualTo(EvaluateCommand.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no model pack 'no-such-pack'");
        assertThat(results()).doesNotExist();

        Files.createDirectories(results().resolve("something"));
        assertThat(evaluate()).isEqualTo(EvaluateCommand.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not empty");
    }

    /** The catalogue of the build with further packs, each wrong in its own way. */
    private Path catalogWithMisfits() throws IOException {
        ObjectNode catalog;
        try (InputStream builtIn = ModelCatalog.class.getResourceAsStream("/models/catalog.json")) {
            catalog = (ObjectNode) JSON.readTree(builtIn);
        }
        ObjectNode pack = null;
        for (JsonNode one : catalog.withArray("packs")) {
            pack = one.path("id").asText().equals(PACK) ? (ObjectNode) one : pack;
        }
        String embedder = pack.path("embedder").asText();
        String detector = pack.path("detector").asText();
        ObjectNode usual = entry(catalog, embedder);
        ObjectNode noEmbedder = usual.deepCopy();
        for (String field : List.of("file", "address", "sha256", "bytes")) {
            noEmbedder.set(field, entry(catalog, detector).get(field));
        }
        // Not one of those that the build carries, which need no word.
        ObjectNode notFree = usual.deepCopy().put("file", "not_free.onnx");
        ((ObjectNode) notFree.path("licence")).put("commercialUse", false);
        ObjectNode unreachable =
                usual.deepCopy().put("file", "unreachable.onnx").put("address", "http://127.0.0.1:1/none");
        ((ObjectNode) unreachable.path("licence")).put("commercialUse", true);
        add(catalog, pack, "other-size", usual.deepCopy().put("embeddingSize", 64));
        add(catalog, pack, "no-embedder", noEmbedder);
        add(catalog, pack, "not-free", notFree);
        add(catalog, pack, "unreachable", unreachable);
        Path file = folder.resolve("catalog.json");
        JSON.writeValue(file.toFile(), catalog);
        for (JsonNode model : catalog.path("models")) {
            if (model.has("scores")) {
                String scores = model.path("scores").asText();
                try (InputStream builtIn = ModelCatalog.class.getResourceAsStream("/models/" + scores)) {
                    Files.write(folder.resolve(scores), builtIn.readAllBytes());
                }
            }
        }
        return file;
    }

    private static ObjectNode entry(ObjectNode catalog, String id) {
        for (JsonNode entry : catalog.path("models")) {
            if (entry.path("id").asText().equals(id)) {
                return (ObjectNode) entry;
            }
        }
        throw new AssertionError("the catalogue lacks " + id);
    }

    private static void add(ObjectNode catalog, ObjectNode pack, String id, ObjectNode embedder) {
        catalog.withArray("models").add(embedder.put("id", id + "-embedder"));
        catalog.withArray("packs").add(pack.deepCopy().put("id", id).put("embedder", id + "-embedder"));
    }

    private int evaluate(String... further) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--photos",
                                photographs().toString(),
                                "--out",
                                results().toString()),
                        Stream.of(further))
                .toList();
        return new EvaluateCommand(new PrintStream(out, true), new PrintStream(err, true), environment).run(arguments);
    }

    private void copy(Path person, String name) throws IOException {
        photograph(person.getFileName().toString(), name, Files.readAllBytes(person.resolve(name)));
    }

    private void photograph(String person, String name, byte[] bytes) throws IOException {
        Path file = photographs().resolve(person).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Path photographs() {
        return folder.resolve("photographs");
    }

    private Path results() {
        return folder.resolve("results");
    }
}
