package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aCatalogueWithoutACarriedPackHasNothingToStandIn() {
        var catalog = new ModelCatalog(TestingCatalog.CATALOG.packs().subList(0, 1), TestingCatalog.CATALOG.models());
        var choice = new PackChoice(catalog, Optional.empty(), PackFallback.OWN, Optional.empty());

        assertThatExceptionOfType(ModelUnobtainable.class).isThrownBy(() -> choice.obtain(store()));
    }

    @Test
    void termsOfOthersAreStillAcceptedInAsManyWords() {
        // The file of another, which no build carries, on the terms of the carried one.
        ModelEntry near = TestingCatalog.near("near-detector", ModelRole.DETECTOR);
        var foreign = new ModelEntry(
                near.id(),
                near.role(),
                "somebody-elses.onnx",
                near.address(),
                near.sha256(),
                near.bytes(),
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
