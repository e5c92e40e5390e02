package io.janua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.documents.PageShell.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a service: a shell is enough to be wrong in. */
class PageShellTest {

    @TempDir
    Path folder;

    @Test
    void blocksShareAShellAndAreComparedWithWhatThePageShows() throws Exception {
        Report report = run("""
                ```sh
                A=b
                ```
                ```sh
                echo "a $A"
                ```
                ```
                a b
                ```
                """);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.ran()).isEqualTo(2);
    }

    @Test
    void aCommandThatFailsIsWrongWithItsLineAndWhatItSaid() throws Exception {
        assertThat(run("""
                ```sh
                echo oh no >&2
                false
                echo never
                ```
                ```sh
                true
                ```
                """).wrong())
                .singleElement()
                .asString()
                .startsWith("page.md:2: it failed")
                .contains("oh no");
    }

    @Test
    void aPartOfAPipelineThatFailsIsWrongToo() throws Exception {
        assertThat(run("""
                ```sh
                false | cat
                ```
                """).wrong()).isNotEmpty();
    }

    @Test
    void whatIsPrintedInsteadIsWrong() throws Exception {
        assertThat(run("""
                ```sh
                echo something else
                ```
                ```
                something
                ```
                """).wrong()).singleElement().asString().startsWith("page.md:5: it shows something else");
    }

    @Test
    void aRefusalIsWrongUnlessThePageKnowsOfIt() throws Exception {
        String refused = "echo HTTP 409 POST http://127.0.0.1/ >&2";
        assertThat(run("```sh\n" + refused + "\n```\n").wrong())
                .singleElement()
                .asString()
                .startsWith("page.md:2: answered [409] instead of []");
        assertThat(run("<!-- refused: 409 -->\n```sh\n" + refused + "\n```\n").wrong())
                .isEmpty();
    }

    @Test
    void whatCannotRunIsToldWithItsReason() throws Exception {
        Report report = run("""
                <!-- not run: needs a relay -->
                ```sh
                false
                ```
                ```
                not compared either
                ```
                <!-- needs: absent -->
                ```sh
                false
                ```
                ```sh
                true
                ```
                """);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.notRun()).containsExactly("page.md:3: needs a relay", "page.md:10: not installed: absent");
    }

    @Test
    void aShellThatEndsOnItsOwnIsWrong() throws Exception {
        assertThat(run("""
                <!-- file: absent/name -->
                ```java
                x
                ```
                """).wrong()).singleElement().asString().contains("the shell ended before its end");
    }

    private Report run(String text) throws IOException, InterruptedException {
        Page page = Page.parse(Path.of("page.md"), text.lines().toList());
        var environment = Map.of("SERVICE", "127.0.0.1:1", "PAGE_KEY", "none", "CHECKOUT", folder.toString());
        Documents.delete(folder.resolve("shell"));
        return new PageShell(folder.resolve("shell"), "127.0.0.1:1", "t-1", environment, tool -> !tool.equals("absent"))
                .run(page);
    }
}
