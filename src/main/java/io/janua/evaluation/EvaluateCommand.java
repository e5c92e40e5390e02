package io.janua.evaluation;

import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./janua evaluate}: how well packs of the catalogue recognise the people of a folder of photographs, by the
 * very code that the service runs.
 */
public final class EvaluateCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;

    static final String PAGE = "evaluation.html";
    static final String JSON = "evaluation.json";
    static final String CATALOG_FOLDER = "catalog";

    /** Where new folders of results come, unless a command line names one. */
    private static final String RESULTS = "janua.evaluations";

    private static final DateTimeFormatter FOLDER_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Progress progress;

    EvaluateCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        progress = Progress.on(err);
    }

    public static void main(String[] arguments) {
        silenceLogs();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new EvaluateCommand(out, err, System.getenv()).run(List.of(arguments)));
    }

    /** What libraries would log is for whoever runs the service. */
    private static void silenceLogs() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(EvaluateOptions.USAGE);
            return DONE;
        }
        try {
            return evaluate(
                    EvaluateOptions.parse(arguments, Runtime.getRuntime().availableProcessors()));
        } catch (Refused | IllegalArgumentException refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (UncheckedIOException unreadable) {
            err.println(unreadable.getMessage());
            return REFUSED;
        } catch (IOException failed) {
            err.println("The results could not be written: " + Causes.root(failed));
            return REFUSED;
        }
    }

    private int evaluate(EvaluateOptions options) throws Refused, IOException {
        Optional<Path> catalogFile = setting("JANUA_MODEL_CATALOG").map(Path::of);
        ModelCatalog catalog = ModelCatalog.load(catalogFile);
        List<String> packs = packs(options, catalog);
        // A name that is not in the catalogue is a slip of the pen: nothing is begun.
        packs.forEach(catalog::pack);
        // Nor where the calibrated catalogue would lack a file in the end.
        catalog.models().forEach(model -> ModelCatalog.scores(catalogFile, model));
        PhotographSet set = PhotographSet.in(options.photographs());
        Optional<PairsFile> pairs = options.pairs().isPresent()
                ? Optional.of(PairsFile.read(options.pairs().get(), set))
                : Optional.empty();
        EvaluationFolder results = EvaluationFolder.create(options.out().orElseGet(EvaluateCommand::newFolder));
        progress.say("%s photographs of %s people%s"
                .formatted(
                        Shown.count(set.photographs().size()),
                        Shown.count(set.people().size()),
                        pairs.map(listed -> ", %s listed pairs"
                                        .formatted(Shown.count(listed.pairs().size())))
                                .orElse("")));
        var trial = new PackTrial(catalog, store(), set, pairs, options, progress);
        List<PackOutcome> outcomes =
                packs.stream().map(pack -> trial.of(pack, accepted())).toList();
        var evaluation = evaluation(options, set, pairs, outcomes);
        write(evaluation, results, catalog, catalogFile);
        new TerminalReport(out).print(evaluation);
        tellWhere(evaluation, results);
        return evaluation.unfit().isEmpty() ? DONE : REFUSED;
    }

    private static Evaluation evaluation(
            EvaluateOptions options, PhotographSet set, Optional<PairsFile> pairs, List<PackOutcome> outcomes) {
        List<LeftOut> leftOut = new ArrayList<>(set.leftOut());
        pairs.ifPresent(listed -> leftOut.addAll(listed.leftOut()));
        return new Evaluation(
                Instant.now(),
                set.photographs().size(),
                set.people().size(),
                set.peopleWith(2),
                pairs.map(listed -> listed.pairs().size()).orElse(0),
                options.fmr(),
                options.threads(),
                leftOut,
                outcomes);
    }

    private static void write(
            Evaluation evaluation, EvaluationFolder results, ModelCatalog catalog, Optional<Path> catalogFile)
            throws IOException {
        results.write(JSON, EvaluationJson.of(evaluation));
        for (var file :
                CalibratedCatalog.of(catalog, catalogFile, evaluation.judged()).entrySet()) {
            results.write(CATALOG_FOLDER + "/" + file.getKey(), file.getValue());
        }
        results.write(PAGE, EvaluationPage.of(evaluation));
    }

    private void tellWhere(Evaluation evaluation, EvaluationFolder results) {
        out.println();
        out.println("The page, with pictures of faces, for you alone: "
                + results.path().resolve(PAGE));
        out.println("As JSON: " + results.path().resolve(JSON));
        if (evaluation.judged().stream().anyMatch(pack -> pack.calibration().isPresent())) {
            out.println("A catalogue calibrated on these photographs: "
                    + results.path().resolve(CATALOG_FOLDER).resolve(CalibratedCatalog.FILE));
        } else if (!evaluation.judged().isEmpty()) {
            out.println("Not calibrated: that takes two rates with thresholds of their own, and so 1,000 pairs of two"
                    + " people at least.");
        }
    }

    private List<String> packs(EvaluateOptions options, ModelCatalog catalog) {
        return options.packs().isEmpty()
                ? List.of(setting("JANUA_MODEL_PACK").orElse(catalog.standard().id()))
                : options.packs();
    }

    private ModelStore store() {
        Path folder = Path.of(setting("JANUA_MODEL_STORE").orElse(".janua/models"));
        return new ModelStore(folder, ModelStore.defaultMirror(), Optional.empty());
    }

    /** Several, with commas: packs are compared here. */
    private List<String> accepted() {
        return setting("JANUA_ACCEPT_MODEL_LICENCE").stream()
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .map(String::strip)
                .toList();
    }

    private static Path newFolder() {
        return Path.of(System.getProperty(RESULTS, ".janua/evaluations"), FOLDER_NAME.format(Instant.now()));
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
