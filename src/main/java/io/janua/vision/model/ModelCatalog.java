package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that Janua knows and how they form packs: models/catalog.json. */
public record ModelCatalog(
        @JsonProperty(required = true) List<ModelPack> packs,
        @JsonProperty(required = true) List<ModelEntry> models) {

    private static final String BUILT_IN_FOLDER = "/models/";
    private static final String BUILT_IN = BUILT_IN_FOLDER + "catalog.json";

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public ModelCatalog {
        packs = List.copyOf(packs);
        models = List.copyOf(models);
        if (packs.isEmpty()) {
            throw new IllegalArgumentException("a catalogue has a pack");
        }
        requireDistinct("packs", packs.stream().map(ModelPack::id));
        requireDistinct("models", models.stream().map(ModelEntry::id));
        for (ModelPack pack : packs) {
            require(models, pack.detector(), ModelRole.DETECTOR);
            require(models, pack.embedder(), ModelRole.EMBEDDER);
            for (String detector : pack.presentationAttackDetector().stream().toList()) {
                require(models, detector, ModelRole.PRESENTATION_ATTACK_DETECTOR);
            }
        }
    }

    /** The given file, or the catalogue that this build carries. */
    public static ModelCatalog load(Optional<Path> file) {
        return load(file, BUILT_IN, ModelCatalog::read);
    }

    /** What was measured of a model's scores, where the catalogue names a file of it. */
    public static Optional<ScoreDistribution> scores(Optional<Path> catalog, ModelEntry model) {
        return model.scores()
                .map(name -> load(
                        catalog.map(file -> file.resolveSibling(name)),
                        BUILT_IN_FOLDER + name,
                        json -> STRICT.readValue(json, ScoreDistribution.class)));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(InputStream json) throws IOException;
    }

    private static <T> T load(Optional<Path> file, String builtIn, Reader<T> reader) {
        try (InputStream json =
                file.isPresent() ? Files.newInputStream(file.get()) : ModelCatalog.class.getResourceAsStream(builtIn)) {
            return reader.read(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The model catalogue %s cannot be used: %s"
                            .formatted(file.map(Path::toString).orElse(builtIn), unreadable.getMessage()),
                    unreadable);
        }
    }

    /** @throws IOException when a field is unknown, missing or wrong; the message names it */
    public static ModelCatalog read(InputStream json) throws IOException {
        return STRICT.readValue(json, ModelCatalog.class);
    }

    public ModelPack pack(String id) {
        return packs.stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no model pack '%s'; there are: %s"
                        .formatted(id, packs.stream().map(ModelPack::id).toList())));
    }

    public Optional<ModelEntry> model(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** The pack that runs where nobody names one. */
    public ModelPack standard() {
        return packs.getFirst();
    }

    /** The first pack whose files this build carries, so that it needs neither network nor mirror. */
    public Optional<ModelPack> carried() {
        return packs.stream()
                .filter(pack -> models(pack).stream().allMatch(CarriedModels::has))
                .findFirst();
    }

    /** The models of a pack: detector, embedder and, where it has one, presentation attack detector. */
    public List<ModelEntry> models(ModelPack pack) {
        return Stream.concat(Stream.of(pack.detector(), pack.embedder()), pack.presentationAttackDetector().stream())
                .map(id -> model(id).orElseThrow())
                .toList();
    }

    private static void requireDistinct(String what, Stream<String> ids) {
        var known = new HashSet<String>();
        ids.filter(id -> !known.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("two %s are called '%s'".formatted(what, id));
        });
    }

    private static void require(List<ModelEntry> models, String id, ModelRole role) {
        if (models.stream().noneMatch(model -> model.id().equals(id) && model.role() == role)) {
            throw new IllegalArgumentException(
                    "a pack names '%s' as %s, which the catalogue lacks".formatted(id, role));
        }
    }
}
