package io.janua.bench;

import java.util.Map;
import java.util.Optional;

/** What trust costs: the log and rotated templates, credentials; and how fast entries get their place in the tree. */
final class AuditBench implements Benchmark {

    static final String NAME = "audit";
    static final String TENANT = "default";

    private static final String ISSUER = "JANUA_TEST_OIDC_ISSUER";

    private final BenchOptions options;

    AuditBench(BenchOptions options) {
        this.options = options;
    }

    @Override
    public void run(Report report) {
        Optional<String> issuer = Optional.ofNullable(System.getenv(ISSUER));
        Progress.say("audit: starting the service");
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(
                        database,
                        issuer.map(address -> Map.of("JANUA_OIDC_ISSUER", address))
                                .orElse(Map.of()))) {
            if (!database.commitsAreDurable()) {
                throw new IllegalStateException(
                        "the database does not wait for its disk, so a commit would cost nothing:"
                                + " measure with ./janua bench, or turn fsync and synchronous_commit on");
            }
            new RecordingCost(options).measure(service, database, report);
            new CredentialsCost(options).measure(service, issuer.isPresent(), report);
            new SequencingLoad(options).measure(service, database, report);
            new ExportCost().measure(service, report);
        }
    }
}
