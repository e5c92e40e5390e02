package io.janua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.documents.Page.Commands;
import io.janua.documents.Page.Part;
import io.janua.documents.Page.Preparation;
import io.janua.documents.Page.SavedFile;
import io.janua.documents.Page.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void commandsAndWhatTheyPrintAreReadInOrder() {
        assertThat(parts("""
                Do this:

                ```sh
                echo a
                ```

                ```json
                {}
                ```
                """)).containsExactly(block(4, "echo a\n"), new Shown(8, "{}\n", Optional.empty()));
    }

    @Test
    void otherLanguagesAreNothingToRunOrToCompare() {
        assertThat(parts("""
                ```yaml
                a: b
                ```
                """)).isEmpty();
    }

    @Test
    void aBlockInAListLosesItsIndentationOnly() {
        assertThat(parts("""
                1. Do this:

                   ```sh
                   if true; then
                     echo a
                   fi
                   ```
                """)).containsExactly(block(4, "if true; then\n  echo a\nfi\n"));
    }

    @Test
    void preparationsMayHaveSeveralLines() {
        assertThat(parts("""
                <!-- run:
                a
                b
                -->
                """)).containsExactly(new Preparation(1, "a\nb"));
    }

    @Test
    void marksBelongToTheBlockThatFollows() {
        assertThat(parts("""
                <!-- needs: jq, unzip -->
                <!-- refused: 409 -->

                ```sh
                a
                ```

                <!-- not run: needs a
                relay -->
                ```sh
                b
                ```

                <!-- file: A.java -->
                ```java
                c
                ```
                """))
                .containsExactly(
                        new Commands(5, "a\n", Optional.empty(), Set.of("jq", "unzip"), Set.of("409")),
                        new Commands(11, "b\n", Optional.of("needs a relay"), Set.of(), Set.of()),
                        new SavedFile(16, "A.java", "c\n"));
    }

    @Test
    void aMarkWithoutABlockIsAMistake() {
        assertThatThrownBy(() -> parts("""
                <!-- not run: no reason -->
                Some text.
                """)).hasMessageContaining("page.md:1: 'not run' stands before nothing");
    }

    @Test
    void commentsForPeopleAreLeftAlone() {
        assertThat(parts("<!-- Keep this short. -->\n")).isEmpty();
    }

    private static Commands block(int line, String commands) {
        return new Commands(line, commands, Optional.empty(), Set.of(), Set.of());
    }

    private static List<Part> parts(String text) {
        return Page.parse(Path.of("page.md"), text.lines().toList()).parts();
    }
}
