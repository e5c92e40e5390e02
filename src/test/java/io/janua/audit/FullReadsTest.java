package io.janua.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FullReadsTest {

    private final FullReads reads = new FullReads();

    @Test
    void aThirdReaderOfOneTenantIsRefused() throws IOException {
        String read = reads.oneMore(
                "acme",
                () -> reads.oneMore("acme", () -> {
                    refused("acme");
                    return reads.oneMore("other", () -> "read");
                }));

        assertThat(read).isEqualTo("read");
    }

    @Test
    void aFifthReaderInAllIsRefused() throws IOException {
        reads.oneMore(
                "a",
                () -> reads.oneMore(
                        "b",
                        () -> reads.oneMore(
                                "c",
                                () -> reads.oneMore("d", () -> {
                                    refused("e");
                                    return null;
                                }))));
    }

    @Test
    void whoFailsMakesRoomAndSoDoesWhoWasRefused() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> reads.oneMore("acme", () -> {
                        throw new IOException("gone");
                    }))
                    .isInstanceOf(IOException.class);
        }
        aFifthReaderInAllIsRefused();

        assertThat(reads.<String>oneMore("e", () -> "read")).isEqualTo("read");
    }

    private void refused(String tenant) {
        assertThatThrownBy(() -> reads.oneMore(tenant, () -> null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BUSY));
    }
}
