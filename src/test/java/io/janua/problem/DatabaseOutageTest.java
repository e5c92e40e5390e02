package io.janua.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {

    /** As Agroal says it. */
    @Test
    void anExhaustedPoolIsAnOutage() {
        assertThat(DatabaseOutage.causes(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300"})
    void aLostServerIsAnOutage(String state) {
        assertThat(DatabaseOutage.causes(new SQLException("lost", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "54000"})
    void aFaultOfOursIsNone(String state) {
        assertThat(DatabaseOutage.causes(new SQLException("wrong", state))).isFalse();
    }
}
