package io.janua.documents;

import io.janua.documents.Page.Commands;
import io.janua.documents.Page.LeftOut;
import io.janua.documents.Page.Part;
import io.janua.documents.Page.Preparation;
import io.janua.documents.Page.SavedFile;
import io.janua.documents.Page.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Types what a page says into one shell, from its first block to its last. */
public final class PageShell {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Path PRELUDE = Path.of("src/test/resources/documents/prelude.sh");
    /** How curl tells each answer's status, by the prelude's settings. */
    private static final Pattern STATUS = Pattern.compile("^HTTP (\\d{3}) ", Pattern.MULTILINE);

    private static final String END = "end";
    private static final String USUAL_ADDRESS = "127.0.0.1:8080";
    private static final String USUAL_TENANT = "acme";

    private final Path folder;
    private final String address;
    private final String tenant;
    private final Map<String, String> environment;
    private final Predicate<String> isInstalled;

    /**
     * @param folder in which it works; made anew
     * @param address host and port of the service, for which pages write 127.0.0.1:8080
     * @param tenant for which pages write acme
     * @param isInstalled whether there is a tool of this name
     */
    public PageShell(
            Path folder,
            String address,
            String tenant,
            Map<String, String> environment,
            Predicate<String> isInstalled) {
        this.folder = folder.toAbsolutePath();
        this.address = address;
        this.tenant = tenant;
        this.environment = environment;
        this.isInstalled = isInstalled;
    }

    /** What came of a page. */
    public record Report(Path page, int ran, List<String> notRun, List<String> wrong) {}

    public Report run(Page page) throws IOException, InterruptedException {
        List<Part> typed = new ArrayList<>();
        List<String> notRun = new ArrayList<>();
        for (Part part : page.parts()) {
            Optional<String> reason = part instanceof Commands block ? whyNot(block) : Optional.empty();
            reason.ifPresent(why -> notRun.add("%s:%d: %s".formatted(page.file(), part.line(), why)));
            typed.add(reason.isPresent() ? new LeftOut(part.line()) : part);
        }
        int ran = (int) typed.stream().filter(Commands.class::isInstance).count();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("session.sh"), script(typed));
        return new Report(
                page.file(), ran, notRun, type() ? wrong(page, typed) : List.of(page.file() + " does not end"));
    }

    private Optional<String> whyNot(Commands block) {
        List<String> missing =
                block.needs().stream().filter(isInstalled.negate()).toList();
        return block.notRun()
                .or(() -> missing.isEmpty()
                        ? Optional.empty()
                        : Optional.of("not installed: " + String.join(", ", missing)));
    }

    private String script(List<Part> parts) throws IOException {
        var script = new StringBuilder("set -eo pipefail\n. '%s'\n".formatted(PRELUDE.toAbsolutePath()));
        for (Part part : parts) {
            switch (part) {
                case Preparation given -> script.append(step(given.line(), given.commands()));
                case Commands block -> script.append(step(block.line(), block.commands()));
                case SavedFile file ->
                    script.append("cp '%s' '%s'\n".formatted(write("file-" + file.line(), file.text()), file.name()));
                case Shown _, LeftOut _ -> {}
            }
        }
        return script + "echo %s >\"$FOLDER/reached\"\n".formatted(END);
    }

    private String step(int line, String commands) throws IOException {
        Path file = write(line + ".sh", commands.replace(USUAL_ADDRESS, address) + "\n");
        return """
                echo %1$d >"$FOLDER/reached"
                . '%2$s' >"$FOLDER/%1$d.out" 2>"$FOLDER/%1$d.err" </dev/null
                LAST="$FOLDER/%1$d.out"
                """.formatted(line, file);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private boolean type() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", folder.resolve("session.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("session.out").toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("JANUA_"));
        builder.environment().putAll(environment);
        builder.environment().put("FOLDER", folder.toString());
        Process shell = builder.start();
        if (shell.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            return true;
        }
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor();
        return false;
    }

    private List<String> wrong(Page page, List<Part> typed) throws IOException {
        List<String> wrong = new ArrayList<>();
        String reached = typedUpTo();
        Optional<String> printed = Optional.empty();
        for (Part part : typed) {
            switch (part) {
                case Preparation given -> {
                    printed = Optional.of(printed(given.line()));
                    require(Set.of(), given.line(), wrong, page);
                }
                case Commands block -> {
                    printed = Optional.of(printed(block.line()));
                    require(block.refused(), block.line(), wrong, page);
                }
                case Shown shown -> compare(shown, printed, wrong, page);
                case LeftOut _ -> printed = Optional.empty();
                case SavedFile _ -> {}
            }
            if (String.valueOf(part.line()).equals(reached)) {
                wrong.add("%s:%d: it failed, and all after it was not tried: %s%s"
                        .formatted(page.file(), part.line(), read(part.line() + ".err"), read("session.out")));
                return wrong;
            }
        }
        if (!reached.equals(END)) {
            wrong.add("%s: the shell ended before its end: %s".formatted(page.file(), read("session.out")));
        }
        return wrong;
    }

    private void require(Set<String> refused, int line, List<String> wrong, Page page) throws IOException {
        Set<String> statuses = new TreeSet<>();
        STATUS.matcher(read(line + ".err"))
                .results()
                .map(found -> found.group(1))
                .forEach(statuses::add);
        statuses.removeIf(status -> status.compareTo("400") < 0 && !status.equals("000"));
        if (!statuses.equals(refused)) {
            wrong.add("%s:%d: answered %s instead of %s: %s%s"
                    .formatted(page.file(), line, statuses, refused, read(line + ".err"), read(line + ".out")));
        }
    }

    private static void compare(Shown shown, Optional<String> printed, List<String> wrong, Page page) {
        if (shown.notCompared().isEmpty() && printed.isPresent()) {
            ShownAnswer.difference(shown.text(), printed.get())
                    .ifPresent(difference -> wrong.add("%s:%d: it shows something else than was printed: %s%n%s"
                            .formatted(page.file(), shown.line(), difference, printed.get())));
        }
    }

    private String printed(int line) throws IOException {
        return read(line + ".out").replace(address, USUAL_ADDRESS).replace(tenant, USUAL_TENANT);
    }

    /** The line of the last block that was begun, or {@link #END}. */
    private String typedUpTo() throws IOException {
        return read("reached").strip();
    }

    private String read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
