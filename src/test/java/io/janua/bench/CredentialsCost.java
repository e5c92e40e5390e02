package io.janua.bench;

import io.janua.support.Keycloak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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

    private static final int WARM_UP_ROUNDS = 3;

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
        Map<String, List<Load>> loads = new LinkedHashMap<>();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (var task : tasks.entrySet()) {
                Load load = Load.of(1, slice, _ -> {
                    task.getValue().run();
                    return true;
                });
                if (round >= 0) {
                    loads.computeIfAbsent(task.getKey(), _ -> new ArrayList<>()).add(load);
                }
            }
        }
        loads.forEach((who, ofThem) -> show(who, ofThem, loads.get(NOBODY), report));
    }

    /** A median call finds its caller remembered; the mean has its share of those for which somebody was asked. */
    private static void show(String who, List<Load> loads, List<Load> ofNobody, Report report) {
        report.add(Row.of(AuditBench.NAME, "cheap request, " + who, median(loads, CredentialsCost::typical), "ms"));
        if (!who.equals(NOBODY)) {
            double[] added = IntStream.range(0, loads.size())
                    .mapToDouble(round -> typical(loads.get(round)) - typical(ofNobody.get(round)))
                    .toArray();
            report.add(Row.of(AuditBench.NAME, "  added by the " + who, Statistics.median(added), "ms", ADDED));
            report.add(Row.of(
                    AuditBench.NAME, "  mean of all, " + who, median(loads, load -> 1000 / load.perSecond()), "ms"));
        }
    }

    private static double typical(Load load) {
        return Statistics.median(load.millis());
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> figure) {
        return Statistics.median(loads.stream().mapToDouble(figure).toArray());
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("the service answered %d instead of %d".formatted(status, expected));
        }
    }
}
