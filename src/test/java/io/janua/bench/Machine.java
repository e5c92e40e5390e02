package io.janua.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures hold for. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("processor", "%d cores, %s".formatted(Runtime.getRuntime().availableProcessors(), processor()));
        facts.put("system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
        facts.put("java", "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor.version")));
        facts.put("service", "java " + ServiceUnderTest.options());
        // A busy machine explains strange figures.
        facts.put(
                "load",
                "%.1f in the minute before"
                        .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return facts;
    }

    private static String processor() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
