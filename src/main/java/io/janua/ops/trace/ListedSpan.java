package io.janua.ops.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/**
 * A span as it may leave the process. Its name passes as it is: names are routes, stages and kinds of statement, and
 * never made of what a caller sent.
 */
final class ListedSpan extends DelegatingSpanData {

    private final Attributes attributes;

    ListedSpan(SpanData span) {
        super(span);
        attributes = SpanAttributes.listed(span.getAttributes());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    /** They are exceptions, with their texts. */
    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    /** Only its ids: the caller's {@code tracestate} may say anything. */
    @Override
    public SpanContext getSpanContext() {
        return bare(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return bare(super.getParentSpanContext());
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static SpanContext bare(SpanContext context) {
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }
}
