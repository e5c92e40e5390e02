package io.janua.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

    @Test
    void everyCodeIsUniqueAndDocumented() throws IOException {
        String reference = Files.readString(Path.of("docs/reference/problems.md"));
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::wireName))
                .doesNotHaveDuplicates();
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(reference).contains("`%s`".formatted(code.wireName()));
            assertThat(code.status()).isBetween(400, 599);
        }
    }
}
