package io.janua.vision.model;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./janua models}: lists the catalogue and fetches a pack. */
public final class ModelsCommand {

    private static final int BAR_WIDTH = 30;

    private ModelsCommand() {}

    public static void main(String[] arguments) {
        try {
            run(arguments.length == 0 ? "list" : arguments[0], System.out);
        } catch (ModelUnobtainable | IllegalStateException | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    static void run(String command, PrintStream out) {
        ModelCatalog catalog = ModelCatalog.load(setting("JANUA_MODEL_CATALOG").map(Path::of));
        Path folder = Path.of(setting("JANUA_MODEL_STORE").orElse(".janua/models"));
        var store = new ModelStore(folder, ModelStore.defaultMirror(), Optional.of(bar(out)));
        switch (command) {
            case "list" -> list(catalog, store, out);
            case "fetch" -> fetch(choice(catalog), store, out);
            default -> throw new IllegalArgumentException("usage: ./janua models [list | fetch]");
        }
    }

    private static PackChoice choice(ModelCatalog catalog) {
        return new PackChoice(
                catalog,
                setting("JANUA_MODEL_PACK"),
                setting("JANUA_MODEL_FALLBACK").map(PackFallback::fromString).orElse(PackFallback.NONE),
                setting("JANUA_ACCEPT_MODEL_LICENCE"));
    }

    private static void list(ModelCatalog catalog, ModelStore store, PrintStream out) {
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

    private static void fetch(PackChoice choice, ModelStore store, PrintStream out) {
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

    private static FetchProgress bar(PrintStream out) {
        return new FetchProgress() {
            @Override
            public void trying(ModelEntry model, String source) {
                out.printf("%-34s from %s%n", model.file(), source);
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

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
