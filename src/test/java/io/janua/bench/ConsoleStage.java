package io.janua.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The packaged service with an empty database, for the tests of the console in a browser (enrollment-ui/e2e). It obeys
 * words on standard input, one a line, and answers each on standard output when it is done: {@code stop}, {@code kill},
 * {@code start}. When the input ends, so do the service and its database.
 */
final class ConsoleStage {

    /** Fixed while the stage stands: browsers come back to it after a restart. */
    private static final String PORT = "JANUA_HTTP_PORT";

    private ConsoleStage() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var database = BenchDatabase.create()) {
            var settings = Map.of(
                    PORT,
                    ServiceUnderTest.portFromNowOn(),
                    "JANUA_OIDC_ISSUER",
                    Optional.ofNullable(System.getenv("JANUA_TEST_OIDC_ISSUER")).orElse(""),
                    // Where the tests' receivers of hooks are.
                    "JANUA_HOOKS_PRIVATE_NETWORKS",
                    "127.0.0.0/8");
            play(database, settings);
        }
    }

    private static void play(BenchDatabase database, Map<String, String> settings)
            throws IOException, InterruptedException {
        var words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ServiceUnderTest service = ServiceUnderTest.start(database, settings);
        try {
            System.out.printf("%s %s%n", service.address(), ServiceUnderTest.key());
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                switch (word) {
                    case "stop" -> service.close();
                    case "kill" -> service.kill();
                    case "start" -> service = ServiceUnderTest.start(database, settings);
                    default -> throw new IllegalArgumentException("unknown word: " + word);
                }
                System.out.printf("done %s%n", word);
            }
        } finally {
            service.close();
        }
    }
}
