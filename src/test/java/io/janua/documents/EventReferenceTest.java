package io.janua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.hook.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether the examples are so is seen where they happen: DocumentedCommandsIT runs the page. */
class EventReferenceTest {

    @Test
    void everyTypeHasASectionAndNoOther() throws IOException {
        String page = Files.readString(Path.of("docs/reference/events.md"));

        assertThat(Pattern.compile("(?m)^## ([a-z_]+\\.[a-z_]+)$")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
    }
}
