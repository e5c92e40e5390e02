package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotographSetTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderEach_isWhoTheyAre() throws Exception {
        touch("Ana/Ana_0001.jpg");
        touch("Ana/Ana_0002.jpg");
        touch("Ben/1.png");

        PhotographSet set = PhotographSet.in(folder);

        assertThat(set.people()).containsExactly("Ana", "Ben");
        assertThat(set.photographs())
                .extracting(
                        Photograph::person, photograph -> photograph.number().orElseThrow())
                .containsExactly(tuple(0, 1), tuple(0, 2), tuple(1, 1));
        assertThat(set.leftOut()).isEmpty();
        assertThat(set.peopleWith(2)).isEqualTo(1);
    }

    @Test
    void flatFiles_areNamedAfterWhoTheyShow() throws Exception {
        touch("Ana_Maria_0001.jpg");
        touch("Ana_Maria_0010.jpg");
        touch("Ben_0001.jpg");
        touch("somebody.jpg");

        PhotographSet set = PhotographSet.in(folder);

        assertThat(set.people()).containsExactly("Ana_Maria", "Ben");
        assertThat(set.byNumber().get("Ana_Maria")).containsOnlyKeys(1, 10);
        assertThat(set.leftOut()).extracting(LeftOut::what).containsExactly("somebody.jpg");
    }

    @Test
    void whatElseLiesThere_isNamed() throws Exception {
        touch("Ana/1.jpg");
        touch("Ana/.DS_Store");
        touch("Ana/more/2.jpg");
        touch("list.csv");
        touch(".hidden/1.jpg");
        Files.createDirectory(folder.resolve("Nobody"));

        PhotographSet set = PhotographSet.in(folder);

        assertThat(set.photographs()).hasSize(1);
        assertThat(set.people()).containsExactly("Ana");
        assertThat(set.leftOut())
                .extracting(LeftOut::what)
                .containsExactlyInAnyOrder("Ana/.DS_Store", "Ana/more", "list.csv", ".hidden", "Nobody");
    }

    /** As names in another encoding than the locale's arrive. */
    @Test
    void aFlatFileWhoseNameCannotBeRead_isNobodys() throws Exception {
        touch("Zo\uFFFD_0001.jpg");
        touch("Ana_0001.jpg");

        PhotographSet set = PhotographSet.in(folder);

        assertThat(set.people()).containsExactly("Ana");
        assertThat(set.leftOut()).singleElement().satisfies(left -> assertThat(left.why())
                .contains("encoding of this locale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana_0002.jpg", "Ana/2.jpg"})
    void whatIsNoFile_isNamed(String name) throws Exception {
        touch(name.replace('2', '1'));
        Files.createSymbolicLink(folder.resolve(name), Path.of("nothing"));

        PhotographSet set = PhotographSet.in(folder);

        assertThat(set.photographs()).hasSize(1);
        assertThat(set.leftOut()).singleElement().isEqualTo(new LeftOut(name, "no regular file, or a link to none"));
    }

    @Test
    void oddNames_areNames() throws Exception {
        touch("Zoë <b>&\"x\"/\u001b[2J.jpg");
        touch("名前/写真_0003.jpg");

        PhotographSet set = PhotographSet.in(folder);

        assertThat(set.people()).hasSize(2);
        assertThat(set.byNumber().get("名前")).containsOnlyKeys(3);
        assertThat(Shown.plain(set.photographs().getFirst().name())).doesNotContain("\u001b");
        assertThat(Html.escape(set.photographs().getFirst().name())).contains("&lt;b&gt;&amp;&quot;x&quot;");
    }

    @Test
    void nobody_isRefused() throws Exception {
        Files.createDirectory(folder.resolve("Nobody"));

        assertThatThrownBy(() -> PhotographSet.in(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("There is no photograph of anybody");
        assertThatThrownBy(() -> PhotographSet.in(folder.resolve("missing")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("There is no folder");
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
