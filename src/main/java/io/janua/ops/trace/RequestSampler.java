package io.janua.ops.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Begins traces with requests only: what polls the database in the background would else be most of them. */
final class RequestSampler implements Sampler {

    private final Sampler requests;

    private RequestSampler(Sampler requests) {
        this.requests = requests;
    }

    /** @param share of requests that nobody else has decided about, 0 to 1 */
    static Sampler of(double share) {
        return Sampler.parentBased(new RequestSampler(Sampler.traceIdRatioBased(share)));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER
                ? requests.shouldSample(parent, trace, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "requests(%s)".formatted(requests.getDescription());
    }
}
