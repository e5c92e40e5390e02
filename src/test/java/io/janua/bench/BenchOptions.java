package io.janua.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the caller asked for.
 *
 * @param quick a look instead of a measurement: every step takes a quarter of its time
 * @param strict a missed reach is a failure
 * @param only names of benchmarks; empty for all
 * @param json where the report goes besides standard output
 */
record BenchOptions(boolean quick, boolean strict, Set<String> only, Path json) {

    static final String USAGE = """
            Measures Janua and shows every figure beside the floor of the same run.

              NAME …             only these of: %s;
                                 soak takes an hour and runs only by its name
              --only NAME,NAME   the same
              --quick            a look instead of a measurement
              --strict           exit code 1 when a reach is missed
              --json FILE        where the report goes as JSON (target/bench/bench.json)
              --help             this page


            Photographs of real people are looked for in JANUA_TEST_DATA, by default ../shared. A figure means
            something only when nothing else uses the machine.""";

    BenchOptions {
        only = Set.copyOf(only);
    }

    /** @throws IllegalArgumentException naming the argument that is not understood */
    static BenchOptions parse(List<String> arguments, Set<String> known) {
        var options = new BenchOptions(false, false, Set.of(), Path.of("target/bench/bench.json"));
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            options = switch (argument) {
                case "--quick" -> new BenchOptions(true, options.strict, options.only, options.json);
                case "--strict" -> new BenchOptions(options.quick, true, options.only, options.json);
                case "--only", "--json" -> {
                    if (!rest.hasNext()) {
                        throw new IllegalArgumentException(argument + " needs a value");
                    }
                    String value = rest.next();
                    yield argument.equals("--json")
                            ? new BenchOptions(options.quick, options.strict, options.only, Path.of(value))
                            : new BenchOptions(options.quick, options.strict, names(value, known), options.json);
                }
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("There is no option '%s'".formatted(argument));
                    }
                    Set<String> more = new HashSet<>(options.only);
                    more.addAll(names(argument, known));
                    yield new BenchOptions(options.quick, options.strict, more, options.json);
                }
            };
        }
        return options;
    }

    private static Set<String> names(String list, Set<String> known) {
        Set<String> names = Set.copyOf(List.of(list.split(",")));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no benchmark '%s'; there are: %s".formatted(name, String.join(", ", known)));
            }
        }
        return names;
    }

    boolean wants(String benchmark) {
        // An hour is not for whoever only wants the figures.
        return only.contains(benchmark) || only.isEmpty() && !benchmark.equals(SoakBench.NAME);
    }

    /** How long one figure is measured. */
    Duration step() {
        return Duration.ofSeconds(quick ? 2 : 8);
    }
}
