package io.janua.ops.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives a histogram to requests for which somebody waits before a camera; for all routes it would be thousands of rows. */
class HttpMeters {

    private static final String REQUESTS = "http.server.requests";

    /** Of routes with their placeholders. */
    private static final Pattern WAITED_FOR =
            Pattern.compile("/v1/(detect|compare|galleries/\\{gallery}/(verify|identify)"
                    + "|galleries/\\{gallery}/subjects/\\{subject}/faces|access/points/\\{point}/decisions)");

    @Produces
    @Singleton
    MeterFilter histograms() {
        double[] bounds =
                Stream.of(Buckets.REQUESTS).mapToDouble(Duration::toNanos).toArray();
        var histogram = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(bounds)
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return isWaitedFor(id) ? histogram.merge(config) : config;
            }
        };
    }

    /** {@link HttpLabels} is not asked about requests that were given up before their answer. */
    @Produces
    @Singleton
    MeterFilter methods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getName().equals(REQUESTS) ? id.getTag(HttpLabels.METHOD) : null;
                return method == null ? id : id.withTag(Tag.of(HttpLabels.METHOD, HttpLabels.method(method)));
            }
        };
    }

    /** Janua's work is on virtual threads and in the pool before the models; connections of two servers share a name. */
    @Produces
    @Singleton
    MeterFilter withoutVertx() {
        return MeterFilter.deny(
                id -> id.getName().startsWith("worker.") || id.getName().startsWith("vertx."));
    }

    /** Only a server whose port was chosen beforehand has this label, and Prometheus refuses a name with and without it. */
    @Produces
    @Singleton
    MeterFilter withoutPorts() {
        return MeterFilter.ignoreTags("server.port");
    }

    private static boolean isWaitedFor(Meter.Id id) {
        String route = id.getName().equals(REQUESTS) ? id.getTag("uri") : null;
        return route != null && WAITED_FOR.matcher(route).matches();
    }
}
