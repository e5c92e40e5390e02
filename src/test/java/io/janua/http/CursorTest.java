package io.janua.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void lastKey_comesBackFromItsOwnList() {
        String cursor = Cursor.after("subjects:1", "ann\nmarie ü");

        assertThat(Cursor.lastKey("subjects:1", cursor)).contains("ann\nmarie ü");
        assertThat(Cursor.lastKey("subjects:1", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YWJj", "bm90LW1pbmUKa2V5"})
    void lastKey_refusesForeignAndDamagedCursors(String cursor) {
        assertThatThrownBy(() -> Cursor.lastKey("subjects:1", cursor))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CURSOR_INVALID));
        assertThatThrownBy(() -> Cursor.lastKey("subjects:1", Cursor.after("subjects:2", "x")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void lastNumber_readsANumberAndRefusesAnythingElse() {
        assertThat(Cursor.lastNumber("l", Cursor.after("l", "42"))).contains(42L);
        assertThat(Cursor.lastNumber("l", null)).isEmpty();
        assertThatThrownBy(() -> Cursor.lastNumber("l", Cursor.after("l", "x")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CURSOR_INVALID));
    }

    @Test
    void page_hasACursorOnlyWhenMoreFollows() {
        assertThat(Page.of("l", List.of("a", "b"), 2, Function.identity()).nextCursor())
                .isNull();
        var page = Page.of("l", List.of("a", "b", "c"), 2, Function.identity());
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.lastKey("l", page.nextCursor())).contains("b");
    }
}
