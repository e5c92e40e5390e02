package io.janua.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

class DatabaseOutageTest {

    /** As Agroal says it. */
    @Test
    void anExhaustedPoolIsAnOutage() {
        assertThat(DatabaseOutage.causes(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "57014"})
    void aLostServerIsAnOutage(String state) {
        assertThat(DatabaseOutage.causes(new SQLException("lost", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "54000"})
    void aFaultOfOursIsNone(String state) {
        assertThat(DatabaseOutage.causes(new SQLException("wrong", state))).isFalse();
    }

    /** The server itself tells of it: it is one that the server asked, and not the server. */
    @Test
    void whatTheDatabaseTellsOfIsAShard() {
        var told = new PSQLException(new ServerErrorMessage("SERROR\0C08001\0Mcould not connect to server\0"));
        var lost = new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE);

        assertThat(DatabaseOutage.isOfAShard(told)).isTrue();
        assertThat(DatabaseOutage.isOfAShard(lost)).isFalse();
        assertThat(DatabaseOutage.causes(lost)).isTrue();
    }
}
