package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.support.TestModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {

    private static final Path BUILT_IN = Path.of("models/catalog.json");

    @Test
    void builtInCatalogue_hasACardForEachModel() {
        for (ModelEntry model : TestModels.CATALOG.models()) {
            assertThat(Path.of("models", model.card())).exists();
            if (model.address().isPresent()) {
                assertThat(model.address().get().getPath())
                        .as("pinned to a commit")
                        .containsPattern("/[0-9a-f]{40}/");
            } else {
                assertThat(CarriedModels.has(model)).as(model.id()).isTrue();
            }
        }
    }

    @Test
    void read_refusesAnUnknownField() {
        assertThatThrownBy(() -> read(builtIn().replace("\"bytes\"", "\"colour\": 1, \"bytes\"")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void read_refusesAMissingLicence() {
        String withoutLicence = builtIn().replaceFirst("(?s)\"licence\": \\{.*?\\},", "");

        assertThatThrownBy(() -> read(withoutLicence))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("licence");
    }

    @Test
    void read_refusesAWrongDigestFormAndAnUnencryptedAddress() {
        assertThatThrownBy(() -> read(builtIn().replace("104ee26c", "XYZ"))).hasMessageContaining("sha256");
        assertThatThrownBy(() -> read(builtIn().replace("https://raw", "http://raw")))
                .hasMessageContaining("address");
        assertThatThrownBy(() -> read(builtIn().replace("yunet_n_dynamic.onnx\",", "../../etc/passwd\",")))
                .hasMessageContaining("file");
    }

    @Test
    void read_refusesAPackOfUnknownModels() {
        assertThatThrownBy(() -> read(builtIn().replace("\"embedder\": \"mobilefacenet", "\"embedder\": \"other")))
                .hasMessageContaining("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"../../x\"", "\"a pack\"", "\"Upper-Case\""})
    void read_refusesAPackWithAnIdThatIsNone(String id) {
        String catalog = builtIn().replace("\"id\": \"janua-default-1\"", "\"id\": " + id);

        assertThatThrownBy(() -> read(catalog))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model pack: 'id'");
    }

    @Test
    void twoOfOneName_areRefused() {
        List<ModelPack> packs = TestModels.CATALOG.packs();
        List<ModelEntry> models = TestModels.CATALOG.models();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCatalog(List.of(packs.getFirst(), packs.getFirst()), models))
                .withMessageContaining("two packs are called 'janua-default-1'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCatalog(packs, List.of(models.getFirst(), models.getFirst())))
                .withMessageContaining("two models are called 'yunet-n'");
    }

    @Test
    void load_namesAnUnreadableFile(@TempDir Path folder) {
        assertThatThrownBy(() -> ModelCatalog.load(Optional.of(folder.resolve("none.json"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void pack_namesThePacksThatExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestModels.CATALOG.pack("nope"))
                .withMessageContaining("janua-default-1");
    }

    @Test
    void licenceGate_wantsAnExplicitYesToNonCommercialTerms() throws IOException {
        var catalog = read(builtIn().replace("\"commercialUse\": true", "\"commercialUse\": false"));
        ModelPack pack = catalog.packs().getFirst();

        assertThatIllegalStateException()
                .isThrownBy(() -> LicenceGate.check(pack, catalog, Optional.of("another-pack")))
                .withMessageContaining("JANUA_ACCEPT_MODEL_LICENCE=janua-default-1");
        LicenceGate.check(pack, catalog, Optional.of("janua-default-1"));
        LicenceGate.check(TestModels.CATALOG.packs().getFirst(), TestModels.CATALOG, Optional.empty());
    }

    private static ModelCatalog read(String json) throws IOException {
        return ModelCatalog.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String builtIn() {
        try {
            return Files.readString(BUILT_IN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
