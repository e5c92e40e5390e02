package io.janua.bench;

/** How fast the whole log leaves the service, and how fast an auditor checks it. */
final class ExportCost {

    void measure(ServiceUnderTest service, Report report) {
        Progress.say("audit: exporting and verifying");
        try (var export = ExportedLog.fetch(service.client())) {
            report.add(Row.of(AuditBench.NAME, "export", export.megabytes(), "MB"));
            report.add(Row.of(AuditBench.NAME, "  exported over HTTP", export.megabytes() / export.seconds(), "MB/s"));
            long begin = System.nanoTime();
            export.requireIntact();
            double seconds = (System.nanoTime() - begin) / 1e9;
            report.add(Row.of(
                    AuditBench.NAME, "  verified, start of the JVM included", export.megabytes() / seconds, "MB/s"));
        }
    }
}
