package io.janua.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresToolsTest {

    /** Of 15 to 18, all installed. */
    @ParameterizedTest
    @CsvSource({
        "15, 15, 15",
        "18, 18, 18",
        // A dump of 15 into a newer server, and a dump that a newer pg_dump wrote.
        "15, 17, 17",
        "16, 15, 16",
        "15, 19, 15",
    })
    void theServersOwnVersionIsTaken_elseTheOldestThatFits(int oldest, int server, int taken) throws Refused {
        assertThat(PostgresTools.among(installed(15, 16, 17, 18), oldest, server)
                        .major())
                .isEqualTo(taken);
    }

    /** Their pg_restore begins with a setting that such a server does not know, and older ones do not read the dump. */
    @Test
    void newerOnesAreNotTakenForAServerThatDoesNotUnderstandThem() {
        assertThatThrownBy(() -> PostgresTools.among(installed(17, 18), 15, 15))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("install postgresql-client-15");
        assertThatThrownBy(() -> PostgresTools.among(installed(17, 18), 17, 16))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("17 or newer");
    }

    @Test
    void olderOnesAreNotTaken() {
        assertThatThrownBy(() -> PostgresTools.among(installed(15, 16), 17, 17))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("install postgresql-client-17");
    }

    private static List<PostgresTools> installed(int... majors) {
        return IntStream.of(majors)
                .mapToObj(major -> new PostgresTools(Path.of("bin"), major))
                .toList();
    }
}
