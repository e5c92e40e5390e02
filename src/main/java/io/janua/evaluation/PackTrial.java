package io.janua.evaluation;

import io.janua.evaluation.PackOutcome.Judged;
import io.janua.evaluation.PackOutcome.Unfit;
import io.janua.vision.AlignedFace;
import io.janua.vision.Embedding;
import io.janua.vision.FaceEmbedder;
import io.janua.vision.Raster;
import io.janua.vision.model.LicenceGate;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelPack;
import io.janua.vision.model.ModelStore;
import io.janua.vision.model.ModelUnobtainable;
import io.janua.vision.model.ScoreDistribution;
import io.janua.vision.onnx.OnnxModels;
import java.util.List;
import java.util.Optional;

/** Asks one pack after the other about the same photographs. */
final class PackTrial {

    private static final int MISTAKES = 12;
    private static final int TIMES_EACH = 2;

    private final ModelCatalog catalog;
    private final ModelStore store;
    private final PhotographSet set;
    private final Optional<PairsFile> pairs;
    private final EvaluateOptions options;
    private final Progress progress;

    PackTrial(
            ModelCatalog catalog,
            ModelStore store,
            PhotographSet set,
            Optional<PairsFile> pairs,
            EvaluateOptions options,
            Progress progress) {
        this.catalog = catalog;
        this.store = store;
        this.set = set;
        this.pairs = pairs;
        this.options = options;
        this.progress = progress;
    }

    /** @param accepted ids of the packs whose licence is accepted */
    PackOutcome of(String id, List<String> accepted) {
        try {
            ModelPack pack = catalog.pack(id);
            LicenceGate.check(
                    pack, catalog, accepted.stream().filter(id::equals).findFirst());
            progress.begin("%s: getting and loading its models".formatted(id));
            try (OnnxModels models = load(catalog.models(pack))) {
                requireDimensions(models);
                return judge(id, catalog.models(pack), models);
            }
        } catch (Refused | IllegalStateException unfit) {
            progress.say("%s is not judged. %s".formatted(id, unfit.getMessage()));
            return new Unfit(id, unfit.getMessage());
        }
    }

    private OnnxModels load(List<ModelEntry> entries) throws Refused {
        try {
            return new OnnxModels(entries, store::obtain);
        } catch (ModelUnobtainable missing) {
            throw new Refused(missing.getMessage());
        } catch (RuntimeException unusable) {
            // Whatever the engine throws at a file that it cannot read.
            throw new Refused("%s: %s".formatted(unusable.getMessage(), Causes.root(unusable)));
        }
    }

    private Judged judge(String id, List<ModelEntry> entries, OnnxModels models) throws Refused {
        var extraction = new Extraction(models);
        extraction.tryOut(set.photographs());
        progress.end();
        progress.begin("%s: photographs".formatted(id));
        List<Sample> samples = extraction.samples(set.photographs(), options.threads(), progress);
        progress.end();
        progress.begin("%s: comparing every two of them".formatted(id));
        var templates = Templates.of(set.photographs(), samples);
        Comparison comparison = Comparison.ofAll(templates, options.threads(), progress);
        var identification = Identification.of(
                templates,
                samples.stream()
                        .map(sample -> !(sample instanceof Sample.Unusable))
                        .toList(),
                options.threads());
        progress.end();
        var all = new ErrorCurve(comparison.mated(), comparison.nonMated());
        ModelEntry embedder = models.embedder();
        double threshold = embedder.calibration().orElseThrow().thresholdAt(options.fmr());
        var acquisition = Acquisition.of(set.photographs(), samples);
        var pictures = new Mistakes(set.photographs(), samples);
        return new Judged(
                id,
                entries,
                embedder,
                acquisition,
                all,
                distribution(acquisition, comparison),
                pairs.map(listed -> Protocol.of(listed.pairs(), samples)),
                identification,
                extraction.times(),
                threshold,
                pictures.of(comparison.worstMated().list(MISTAKES, TIMES_EACH), score -> score < threshold),
                pictures.of(comparison.worstNonMated().list(MISTAKES, TIMES_EACH), score -> score >= threshold),
                CalibrationTable.of(all));
    }

    /** Before minutes are spent: some models have other outputs than their entry says, or other inputs. */
    private static void requireDimensions(OnnxModels models) throws Refused {
        int announced = models.embedder().embeddingSize().orElseThrow();
        Embedding embedding;
        try (FaceEmbedder embedder = models.newEmbedder()) {
            embedding = embedder.embed(anything());
        } catch (RuntimeException broken) {
            throw new Refused("Its embedder %s does not take an aligned face, or its output is no template: %s"
                    .formatted(models.embedder().id(), Causes.root(broken)));
        }
        if (embedding.dimension() != announced) {
            throw new Refused("Its embedder %s gives %d numbers where the catalogue says %d."
                    .formatted(models.embedder().id(), embedding.dimension(), announced));
        }
    }

    /** Not flat: what some models make of a flat picture has no direction. */
    private static AlignedFace anything() {
        byte[] pixels = new byte[3 * AlignedFace.SIDE * AlignedFace.SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (37 * i);
        }
        return new AlignedFace(new Raster(AlignedFace.SIDE, AlignedFace.SIDE, pixels));
    }

    private ScoreDistribution distribution(Acquisition acquisition, Comparison comparison) {
        return new ScoreDistribution(
                "%d photographs of %d people"
                        .formatted(acquisition.acquired(), set.people().size()),
                comparison.mated().coarse(),
                comparison.nonMated().coarse(),
                ScoreHistogram.COARSE_FROM,
                ScoreHistogram.COARSE_WIDTH);
    }
}
