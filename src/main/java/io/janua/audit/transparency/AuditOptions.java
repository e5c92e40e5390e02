package io.janua.audit.transparency;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The arguments of {@code ./janua audit verify}. */
record AuditOptions(Path file, Path key, Optional<Path> checkpoint) {

    private static final String USAGE = "usage: ./janua audit verify FILE --key PEM [--checkpoint NOTE]";

    /** @throws Misused when they make no sense; the message says how they would */
    static AuditOptions parse(List<String> arguments) throws Misused {
        Iterator<String> rest = arguments.iterator();
        if (!rest.hasNext() || !rest.next().equals("verify")) {
            throw new Misused(USAGE);
        }
        Optional<Path> file = Optional.empty();
        Optional<Path> key = Optional.empty();
        Optional<Path> checkpoint = Optional.empty();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--key" -> key = once(key, argument, rest);
                case "--checkpoint" -> checkpoint = once(checkpoint, argument, rest);
                default -> file = once(file, "FILE", List.of(argument).iterator());
            }
        }
        return new AuditOptions(required(file), required(key), checkpoint);
    }

    private static Optional<Path> once(Optional<Path> already, String name, Iterator<String> rest) throws Misused {
        if (!rest.hasNext()) {
            throw new Misused(USAGE);
        }
        String value = rest.next();
        if (value.isBlank() || value.startsWith("--")) {
            throw new Misused("'%s' is not understood.\n%s".formatted(value, USAGE));
        }
        if (already.isPresent()) {
            throw new Misused("%s is given twice.\n%s".formatted(name, USAGE));
        }
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException noPath) {
            throw new Misused("%s is no path.\n%s".formatted(name, USAGE));
        }
    }

    private static Path required(Optional<Path> value) throws Misused {
        return value.orElseThrow(() -> new Misused(USAGE));
    }

    static final class Misused extends Exception {

        Misused(String message) {
            super(message);
        }
    }
}
