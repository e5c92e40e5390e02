package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MistakesTest {

    @Test
    void theFolderIsLeftOut_whereTheFileSaysWhoseItIs() {
        assertThat(names("Ana/Ana_0001.jpg", "Ben/1.jpg")).containsExactly("Ana_0001.jpg", "Ben/1.jpg");
    }

    @Test
    void photographsMayLieInTheRootOfAllFolders() {
        assertThat(names("Ana_0001.jpg", "Ben_0001.jpg")).containsExactly("Ana_0001.jpg", "Ben_0001.jpg");
    }

    /** Of two photographs below the root, in which no face was found. */
    private static List<String> names(String one, String other) {
        List<Photograph> photographs = List.of(photograph(0, one), photograph(1, other));
        var mistakes = new Mistakes(photographs, List.of(new Sample.NotAcquired(), new Sample.NotAcquired()));

        Mistake mistake =
                mistakes.of(List.of(new ScoredPair(0, 1, 0.5)), score -> true).getFirst();

        assertThat(mistake.onePicture()).isEmpty();
        return List.of(mistake.oneName(), mistake.otherName());
    }

    private static Photograph photograph(int person, String name) {
        return new Photograph(person, name, OptionalInt.empty(), Path.of("/").resolve(name));
    }
}
