package io.janua.hook.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.hook.relay.Template.Escape;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void bracesOfJsonAreNoPlaceholders() {
        var template = new Template("{\"a\": {\"b\": [{}]}, \"c\": \"{point}\"}");
        assertThat(template.names()).containsExactly("point");
        assertThat(template.fill(_ -> "north", Escape.JSON)).isEqualTo("{\"a\": {\"b\": [{}]}, \"c\": \"north\"}");
    }

    @Test
    void aValueIsNotATemplate() {
        assertThat(new Template("{point}{name}").fill(name -> name.equals("point") ? "{name}$1\\" : "x", Escape.TEXT))
                .isEqualTo("{name}$1\\x");
    }

    @Test
    void lineBreaksDoNotLeaveAValue() {
        assertThat(Escape.JSON.apply("a\"\n\u0000")).isEqualTo("a\\\"\\n\\u0000");
        assertThat(Escape.TEXT.apply("a\r\nb")).isEqualTo("a  b");
        assertThat(Escape.URL.apply("a\r\nb/?#ü")).isEqualTo("a%0D%0Ab%2F%3F%23%C3%BC");
    }
}
