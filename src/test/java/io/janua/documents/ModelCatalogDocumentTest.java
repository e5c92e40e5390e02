package io.janua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.Licence;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelPack;
import io.janua.vision.model.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page about the models is made of the catalogue: {@code ./janua reference} makes it anew. */
class ModelCatalogDocumentTest {

    private static final Path PAGE = Path.of("docs/reference/models.md");
    private static final String MADE = "<!-- Below: made of models/catalog.json by ./janua reference -->\n";

    @Test
    void thePageIsWhatTheCatalogueSays() throws IOException {
        String page = Files.readString(PAGE);
        int end = page.indexOf(MADE) + MADE.length();
        String current = page.substring(0, end) + made(ModelCatalog.load(Optional.empty()));
        if (Boolean.getBoolean("janua.reference.update")) {
            Files.writeString(PAGE, current);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/reference/models.md is stale: run ./janua reference")
                .isEqualTo(current);
    }

    @Test
    void everyModelHasACardThatSaysWhatWasMeasuredAndWhatNot() throws IOException {
        for (ModelEntry model : ModelCatalog.load(Optional.empty()).models()) {
            assertThat(Files.readString(Path.of("models", model.card())))
                    .contains(model.id(), model.sha256(), "## Measured", "## Limits");
        }
    }

    private static String made(ModelCatalog catalog) {
        var page = new StringBuilder("""

                ## Packs

                | pack | detector | embedder | presentation attack detector |
                |---|---|---|---|
                """);
        for (ModelPack pack : catalog.packs()) {
            page.append("| `%s` | `%s` | `%s` | %s |\n"
                    .formatted(
                            pack.id(),
                            pack.detector(),
                            pack.embedder(),
                            pack.presentationAttackDetector()
                                    .map("`%s`"::formatted)
                                    .orElse("none: liveness cannot be judged")));
        }
        catalog.models().forEach(model -> describe(model, page));
        return page.toString();
    }

    private static void describe(ModelEntry model, StringBuilder page) {
        page.append("\n## %s\n\n| | |\n|---|---|\n".formatted(model.id()));
        row(page, "role", model.role().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        row(page, "card", "[%s](../../models/%s)".formatted(model.card(), model.card()));
        row(page, "file", "`%s`, %s bytes".formatted(model.file(), "%,d".formatted(model.bytes())));
        row(page, "SHA-256", "`%s`".formatted(model.sha256()));
        row(page, "address", model.address().map("<%s>"::formatted).orElse("none: every build carries it"));
        Licence licence = model.licence();
        row(page, "licence of the weights", "[%s](%s)".formatted(licence.spdx(), licence.address()));
        row(page, "commercial use", licence.commercialUse() ? "permitted" : "forbidden");
        row(page, "input", input(model.preprocessing()));
        model.embeddingSize().ifPresent(size -> row(page, "dimensions", size.toString()));
        model.calibration().ifPresent(calibration -> describe(calibration, page));
    }

    private static void describe(Calibration calibration, StringBuilder page) {
        page.append("\n| false match rate | threshold | false non-match rate |\n|---|---|---|\n");
        calibration
                .points()
                .forEach(point -> page.append("| %s | %s | %s |\n"
                        .formatted(point.fmr(), point.threshold(), point.fnmr() == null ? "" : point.fnmr())));
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("| %s | %s |\n".formatted(name, value));
    }

    private static String input(Preprocessing how) {
        return "`%s`, %s; pixels × %s, − %s, ÷ %s"
                .formatted(how.input(), how.channels(), how.scale(), how.mean(), how.standardDeviation());
    }
}
