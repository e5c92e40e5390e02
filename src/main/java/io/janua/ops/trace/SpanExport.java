package io.janua.ops.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends spans to whoever collects them, in the background; what cannot be sent is dropped. */
class SpanExport {

    private static final String TRACES = "/v1/traces";

    /** Asked for only where traces are on: DerivedSettings. */
    @Produces
    @Singleton
    SpanProcessor processor(@ConfigProperty(name = "janua.otlp.endpoint") Optional<String> endpoint) {
        return endpoint.map(SpanExport::to).orElseGet(SpanProcessor::composite);
    }

    @Produces
    @Singleton
    Sampler sampler(@ConfigProperty(name = "janua.traces.share") double share) {
        return RequestSampler.of(share);
    }

    private static SpanProcessor to(String endpoint) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.replaceFirst("/+$", "") + TRACES)
                .build();
        return BatchSpanProcessor.builder(new ListedSpans(exporter)).build();
    }
}
