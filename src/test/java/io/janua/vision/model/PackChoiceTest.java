package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another pack than the wanted one runs only where that was permitted, and says so. */
class PackChoiceTest {

    @TempDir
    Path folder;

    @Test
    void whatCannotBeHad_isStoodInForByWhatTheBuildCarries() {
        RunningPack running = choice(Optional.empty(), PackFallback.OWN).obtain(store());

        assertThat(running.id()).isEqualTo(TestingCatalog.NEAR);
        assertThat(running.missing()).get().satisfies(missing -> {
            assertThat(missing.pack()).isEqualTo(TestingCatalog.FAR);
            assertThat(missing.why()).hasMessageContaining("far.onnx");
        });
        assertThat(running.files().values()).allSatisfy(file -> assertThat(file).exists());
        assertThat(running.judgesLiveness()).isFalse();
        assertThat(running.commercialUse()).isFalse();
    }

    @Test
    void theNoticeSaysInWhosePlaceItRunsWhatItCannotDoAndHowToComeBack() {
        String notice = PackNotice.of(choice(Optional.empty(), PackFallback.OWN).obtain(store()));

        assertThat(notice)
                .contains("in place of far-pack", "not commercial", "living face", "JANUA_MODEL_PACK=near-pack");
    }

    @Test
    void withoutPermission_nothingStandsIn() {
        assertThatExceptionOfType(ModelUnobtainable.class)
                .isThrownBy(() -> choice(Optional.empty(), PackFallback.NONE).obtain(store()))
                .withMessageContaining("far.onnx");
    }

    @Test
    void whoNamesAPackGetsThatOrNone() {
        assertThatExceptionOfType(ModelUnobtainable.class)
                .isThrownBy(() -> choice(Optional.of(TestingCatalog.FAR), PackFallback.OWN)
                        .obtain(store()));

        RunningPack named =
                choice(Optional.of(TestingCatalog.NEAR), PackFallback.NONE).obtain(store());
        assertThat(named.missing()).isEmpty();
        assertThat(PackNotice.of(named)).doesNotContain("in place of").contains("not commercial", "living face");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Optional.of("nope"), PackFallback.OWN).obtain(store()))
                .withMessageContaining(TestingCatalog.NEAR);
    }

    @Test
    void whereNeitherCanBeHad_bothReasonsAreTold() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("a-file-not-a-folder"), "");
        var store = new ModelStore(noFolder, Optional.empty(), Optional.empty());

        assertThatExceptionOfType(ModelUnobtainable.class)
                .isThrownBy(() -> choice(Optional.empty(), PackFallback.OWN).obtain(store))
                .withMessageContaining("carried-by-the-tests.txt")
                .satisfies(
                        both -> assertThat(both.getSuppressed()).singleElement().satisfies(first -> assertThat(first)
                                .hasMessageContaining("far.onnx")));
    }

    @Test
    void theEnvironmentSaysWhichIsMeant() {
        var named = PackChoice.of(
                TestingCatalog.CATALOG,
                Map.of("JANUA_MODEL_PACK", TestingCatalog.NEAR, "JANUA_ACCEPT_MODEL_LICENCE", TestingCatalog.FAR));
        var unnamed =
                PackChoice.of(TestingCatalog.CATALOG, Map.of("JANUA_MODEL_PACK", " ", "JANUA_MODEL_FALLBACK", "own"));

        assertThat(named)
                .isEqualTo(new PackChoice(
                        TestingCatalog.CATALOG,
                        Optional.of(TestingCatalog.NEAR),
                        PackFallback.NONE,
                        Optional.of(TestingCatalog.FAR)));
        assertThat(unnamed).isEqualTo(choice(Optional.empty(), PackFallback.OWN));
    }

    @Test
    void aCatalogueWithoutACarriedPackHasNothingToStandIn() {
        var catalog = new ModelCatalog(TestingCatalog.CATALOG.packs().subList(0, 1), TestingCatalog.CATALOG.models());
        var choice = new PackChoice(catalog, Optional.empty(), PackFallback.OWN, Optional.empty());

        assertThatExceptionOfType(ModelUnobtainable.class).isThrownBy(() -> choice.obtain(store()));
    }

    /** On the terms of the carried one: a file that no build carries, by another name and by the same. */
    @ParameterizedTest
    @CsvSource({
        "somebody-elses.onnx, 0, 0",
        "carried-by-the-tests.txt, 1, 0",
        "carried-by-the-tests.txt, 0, 1",
    })
    void termsOfOthersAreStillAcceptedInAsManyWords(String file, int longer, int otherDigits) {
        ModelEntry near = TestingCatalog.near("near-detector", ModelRole.DETECTOR);
        var foreign = new ModelEntry(
                near.id(),
                near.role(),
                file,
                near.address(),
                "0".repeat(otherDigits) + near.sha256().substring(otherDigits),
                near.bytes() + longer,
                near.licence(),
                near.preprocessing(),
                near.embeddingSize(),
                near.calibration(),
                near.scores(),
                near.card());
        var models = TestingCatalog.CATALOG.models().stream()
                .map(model -> model.id().equals(near.id()) ? foreign : model)
                .toList();
        var catalog = new ModelCatalog(TestingCatalog.CATALOG.packs(), models);
        var choice = new PackChoice(catalog, Optional.of(TestingCatalog.NEAR), PackFallback.NONE, Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> choice.obtain(store()))
                .withMessageContaining("JANUA_ACCEPT_MODEL_LICENCE=near-pack");
    }

    @Test
    void theSettingHasTwoWords() {
        assertThat(PackFallback.fromString("own")).isEqualTo(PackFallback.OWN);
        assertThat(PackFallback.fromString("none")).isEqualTo(PackFallback.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackFallback.fromString("OWN"))
                .withMessageContaining("JANUA_MODEL_FALLBACK");
    }

    private static PackChoice choice(Optional<String> named, PackFallback fallback) {
        return new PackChoice(TestingCatalog.CATALOG, named, fallback, Optional.empty());
    }

    private ModelStore store() {
        return new ModelStore(folder, Optional.empty(), Optional.empty());
    }
}
