package io.janua.enrollment.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingFailureTest {

    private static RuntimeException wrapped(SQLException failed) {
        return new IllegalStateException("the database did not do as asked", new RuntimeException(failed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "53300", "53100", "57P01", "57014", "25006", "40P01", "40001"})
    void outagesPass(String state) {
        assertThat(PassingFailure.is(wrapped(new SQLException("x", state)))).isTrue();
    }

    @Test
    void soDoesAPoolWithoutConnections() {
        assertThat(PassingFailure.is(wrapped(new SQLException("Sorry, acquisition timeout!"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "25P02", "42P01", "5"})
    void whatTheStatementDidStays(String state) {
        assertThat(PassingFailure.is(wrapped(new SQLException("x", state)))).isFalse();
    }

    @Test
    void faultsOfOursStay() {
        assertThat(PassingFailure.is(new IllegalArgumentException("x"))).isFalse();
    }
}
