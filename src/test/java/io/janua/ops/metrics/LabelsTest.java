package io.janua.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.janua.hook.HookTarget;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void everyKindOfHookIsAWord() {
        var kinds = Stream.of(
                        new HookTarget.Webhook("https://a"),
                        new HookTarget.Mqtt("mqtt://a", null, null, null, null, null, false),
                        new HookTarget.Shelly("http://a", null, null),
                        new HookTarget.TwoN("http://a", null, null, null),
                        new HookTarget.Http("GET", "http://a", Map.of(), null),
                        new HookTarget.Onvif("http://a", "door", null, null))
                .map(HookTarget::kind)
                .toList();

        assertThat(kinds).isEqualTo(HookTarget.KINDS).allSatisfy(kind -> assertThat(Labels.word(kind))
                .isEqualTo(kind));
        assertThat(HookTarget.class.getAnnotation(JsonSubTypes.class).value())
                .extracting(JsonSubTypes.Type::name)
                .isEqualTo(HookTarget.KINDS);
    }

    @Test
    void whatIsNoWordIsTheSameForAll() {
        assertThat(Labels.word("Alice Liddell")).isEqualTo("other");
        assertThat(Labels.word("a".repeat(41))).isEqualTo("other");
        assertThat(Labels.word("")).isEqualTo("other");
    }

    @Test
    void aMethodThatIsNoneOfHttpsIsOneForAll() {
        assertThat(HttpLabels.method("PATCH")).isEqualTo("PATCH");
        assertThat(HttpLabels.method("MADEUP")).isEqualTo("OTHER");
        assertThat(HttpLabels.method("get")).isEqualTo("OTHER");
    }
}
