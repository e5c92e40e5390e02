package io.janua.enrollment.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.util.Iterator;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReceptionPlacesTest {

    private final ReceptionPlaces places = new ReceptionPlaces();

    /** Archives of these tenants come in at one time; then something is done. */
    private void whileTheseCome(Iterator<String> tenants, Runnable then) {
        if (!tenants.hasNext()) {
            then.run();
            return;
        }
        places.within(tenants.next(), () -> {
            whileTheseCome(tenants, then);
            return true;
        });
    }

    private boolean comes(String tenant) {
        return places.within(tenant, () -> true);
    }

    private static void busy(ThrowingCallable reception) {
        assertThatThrownBy(reception).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.BUSY));
    }

    @Test
    void aTenantHasTwo() {
        whileTheseCome(List.of("a", "a").iterator(), () -> {
            busy(() -> comes("a"));
            assertThat(comes("b")).isTrue();
        });
        assertThat(comes("a")).isTrue();
    }

    @Test
    void allTogetherHaveFour() {
        whileTheseCome(List.of("a", "a", "b", "c").iterator(), () -> {
            busy(() -> comes("c"));
            busy(() -> comes("d"));
        });
        assertThat(comes("d")).isTrue();
    }

    @Test
    void aFailureGivesThePlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.within("a", () -> {
                        throw new IllegalStateException("broken off");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(comes("a")).isTrue();
    }
}
