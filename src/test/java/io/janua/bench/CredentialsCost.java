package io.janua.bench;

import io.janua.support.Keycloak;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it takes to know who asks, beside a request that nobody has to be known for. */
final class CredentialsCost {

    private static final Reach ADDED = new Reach.AtMost(0.3);

    /** There is no such model: nothing is looked up but the caller. */
    private static final String KNOWN = "/v1/models/none";

    /** Answered before anybody's credentials are looked at. */
    private static final String NOWHERE = "/nothing-here";

    private static final String NOBODY = "nobody";
    private static final String KEY = "API key";
    private static final String TOKEN = "token";

    private final int rounds;
    private final Duration slice;

    CredentialsCost(BenchOptions options) {
        rounds = options.quick() ? 5 : 15;
        slice = options.step().dividedBy(16);
    }

    void measure(ServiceUnderTest service, boolean peopleSignIn, Report report) {
        ServiceClient client = service.client();
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put(NOBODY, () -> require(404, client.status(NOWHERE, Map.of())));
        tasks.put(KEY, () -> require(404, client.status(KNOWN, client.keyHeader())));
        if (peopleSignIn) {
            var bearer = Map.of("Authorization", "Bearer " + Keycloak.machineToken(AuditBench.TENANT, "operator"));
            tasks.put(TOKEN, () -> require(404, client.status(KNOWN, bearer)));
        } else {
            Progress.say("audit: tokens are not measured: JANUA_TEST_OIDC_ISSUER names no identity provider");
        }
        Progress.say("audit: credentials, %d rounds", rounds);
        Rounds.measure(tasks, 3, slice);
        Rounds measured = Rounds.measure(tasks, rounds, slice);
        tasks.keySet()
                .forEach(who ->
                        report.add(Row.of(AuditBench.NAME, "cheap request, " + who, measured.median(who), "ms")));
        tasks.keySet().stream()
                .filter(who -> !who.equals(NOBODY))
                .forEach(who -> report.add(Row.of(
                        AuditBench.NAME,
                        "  added by the " + who,
                        measured.difference(List.of(who), List.of(NOBODY)),
                        "ms",
                        ADDED)));
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("the service answered %d instead of %d".formatted(status, expected));
        }
    }
}
