package io.janua.vision.model;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./janua models}: lists the catalogue and fetches a pack. */
public final class ModelsCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;

    private static final int BAR_WIDTH = 30;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    ModelsCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        int code = new ModelsCommand(System.out, System.err, System.getenv()).run(List.of(arguments));
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        try {
            ModelCatalog catalog =
                    ModelCatalog.load(setting("JANUA_MODEL_CATALOG").map(Path::of));
            Path folder = Path.of(setting("JANUA_MODEL_STORE").orElse(".janua/models"));
            var store = new ModelStore(folder, ModelStore.defaultMirror(), Optional.of(bar()));
            switch (arguments.isEmpty() ? "list" : arguments.getFirst()) {
                case "list" -> list(catalog, store);
                case "fetch" -> fetch(PackChoice.of(catalog, environment), store);
                default -> throw new IllegalArgumentException("usage: ./janua models [list | fetch]");
            }
            return DONE;
        } catch (ModelUnobtainable | UncheckedIOException | IllegalStateException | IllegalArgumentException refused) {
            for (Throwable earlier : refused.getSuppressed()) {
                err.println(earlier.getMessage());
            }
            err.println(refused.getMessage());
            return REFUSED;
        }
    }

    private void list(ModelCatalog catalog, ModelStore store) {
        for (ModelPack pack : catalog.packs()) {
            out.printf("pack %s%n", pack.id());
            for (ModelEntry model : catalog.models(pack)) {
                out.printf(
                        "  %-28s %-28s %9d bytes  %-10s  %s%n",
                        model.id(),
                        model.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        model.bytes(),
                        model.licence().spdx(),
                        state(model, store));
            }
        }
    }

    private static String state(ModelEntry model, ModelStore store) {
        if (store.find(model).isPresent()) {
            return "present, digest right";
        }
        return CarriedModels.has(model) ? "in this build" : "missing";
    }

    private void fetch(PackChoice choice, ModelStore store) {
        Set<ModelEntry> present = choice.catalog().models().stream()
                .filter(model -> store.find(model).isPresent())
                .collect(Collectors.toSet());
        RunningPack fetched = choice.obtain(store);
        fetched.models()
                .forEach(model -> out.printf(
                        "%s%-34s %s, sha256 right%n",
                        onTerminal() ? "\r" : "", model.file(), present.contains(model) ? "present" : "fetched"));
        fetched.missing().ifPresent(missing -> out.println(missing.why().getMessage()));
        String notice = PackNotice.of(fetched);
        if (!notice.isEmpty()) {
            out.println(notice);
        }
    }

    private FetchProgress bar() {
        return new FetchProgress() {
            @Override
            public void trying(ModelEntry model, String address) {
                out.printf("%-34s from %s%n", model.file(), address);
            }

            @Override
            public void copied(ModelEntry model, long bytes) {
                // Only a person at a terminal wants a moving line.
                if (onTerminal()) {
                    int done = (int) (BAR_WIDTH * bytes / model.bytes());
                    out.printf(
                            "\r%-34s [%s%s] %3d %%",
                            model.file(), "#".repeat(done), ".".repeat(BAR_WIDTH - done), 100 * bytes / model.bytes());
                }
            }
        };
    }

    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
