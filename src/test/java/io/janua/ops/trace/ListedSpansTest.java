package io.janua.ops.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nothing leaves the process but what is listed. */
class ListedSpansTest {

    private static final String TRACE = "000000000000000000000000000000aa";

    @Test
    void pathsQueriesAddressesAndWhatNobodyThoughtOfAreDropped() {
        SpanData sent = sent(span -> span.setAttribute("http.route", "/v1/galleries/{gallery}/verify")
                .setAttribute("http.request.method", "POST")
                .setAttribute("url.path", "/v1/galleries/staff/verify")
                .setAttribute("url.query", "subject=alice")
                .setAttribute("client.address", "192.0.2.1")
                .setAttribute("user_agent.original", "curl")
                .setAttribute("of.tomorrow", "alice"));

        assertThat(sent.getAttributes())
                .isEqualTo(Attributes.of(
                        AttributeKey.stringKey("http.route"), "/v1/galleries/{gallery}/verify",
                        AttributeKey.stringKey("http.request.method"), "POST"));
        assertThat(sent.getTotalAttributeCount()).isEqualTo(2);
    }

    @Test
    void anExceptionIsToldWithoutItsText() {
        SpanData sent = sent(
                span -> span.recordException(new IllegalStateException("alice")).setStatus(StatusCode.ERROR, "alice"));

        assertThat(sent.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(sent.getStatus().getDescription()).isEmpty();
        assertThat(sent.getEvents()).isEmpty();
    }

    @Test
    void whatTheCallerSaysBesideItsTraceIsDropped() {
        var said = TraceState.builder().put("vendor", "alice").build();
        var caller = SpanContext.createFromRemoteParent(TRACE, "00000000000000aa", TraceFlags.getSampled(), said);

        SpanData sent = sent(Context.root().with(Span.wrap(caller)), _ -> {});

        assertThat(sent.getTraceId()).isEqualTo(TRACE);
        assertThat(sent.getParentSpanId()).isEqualTo(caller.getSpanId());
        assertThat(sent.getParentSpanContext().isRemote()).isTrue();
        assertThat(sent.getSpanContext().getTraceState().isEmpty()).isTrue();
        assertThat(sent.getParentSpanContext().getTraceState().isEmpty()).isTrue();
    }

    @Test
    void aTraceBeginsWithARequest_andHasWhatIsDoneForIt() {
        assertThat(decided(Context.root(), SpanKind.SERVER)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decided(Context.root(), SpanKind.CLIENT)).isEqualTo(SamplingDecision.DROP);
        assertThat(decided(Context.root(), SpanKind.INTERNAL)).isEqualTo(SamplingDecision.DROP);

        var request = SpanContext.create(TRACE, "00000000000000aa", TraceFlags.getSampled(), TraceState.getDefault());
        assertThat(decided(Context.root().with(Span.wrap(request)), SpanKind.CLIENT))
                .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    }

    private static SamplingDecision decided(Context parent, SpanKind kind) {
        return RequestSampler.of(1)
                .shouldSample(parent, TRACE, "name", kind, Attributes.empty(), List.of())
                .getDecision();
    }

    private static SpanData sent(Consumer<Span> work) {
        return sent(Context.root(), work);
    }

    private static SpanData sent(Context parent, Consumer<Span> work) {
        var collector = new Collector();
        try (var tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new ListedSpans(collector)))
                .build()) {
            Span span =
                    tracers.get("test").spanBuilder("name").setParent(parent).startSpan();
            work.accept(span);
            span.end();
            return collector.sent.getFirst();
        }
    }

    private static final class Collector implements SpanExporter {

        final List<SpanData> sent = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            sent.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
