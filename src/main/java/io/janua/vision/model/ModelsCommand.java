package io.janua.vision.model;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        ModelPack pack = catalog.pack(
                setting("JANUA_MODEL_PACK").orElse(catalog.packs().getFirst().id()));
        switch (command) {
            case "list" -> list(catalog, store, out);
            case "fetch" -> {
                LicenceGate.check(pack, catalog, setting("JANUA_ACCEPT_MODEL_LICENCE"));
                fetch(catalog.models(pack), store, out);
            }
            default -> throw new IllegalArgumentException("usage: ./janua models [list | fetch]");
        }
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
                        store.find(model).isPresent() ? "present, digest right" : "missing");
            }
        }
    }

    private static void fetch(List<ModelEntry> models, ModelStore store, PrintStream out) {
        for (ModelEntry model : models) {
            boolean present = store.find(model).isPresent();
            store.obtain(model);
            out.printf(
                    "%s%-34s %s, sha256 right%n", present ? "" : "\r", model.file(), present ? "present" : "fetched");
        }
    }

    private static FetchProgress bar(PrintStream out) {
        return (model, bytes) -> {
            // Only a person at a terminal wants a moving line.
            if (System.console() != null && System.console().isTerminal()) {
                int done = (int) (BAR_WIDTH * bytes / model.bytes());
                out.printf(
                        "\r%-34s [%s%s] %3d %%",
                        model.file(), "#".repeat(done), ".".repeat(BAR_WIDTH - done), 100 * bytes / model.bytes());
            }
        };
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
