package io.janua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    Path folder;

    @Test
    void secret_isWhatItsFileHolds_withoutTheEndOfTheLine() throws IOException {
        var secrets = new SecretFiles(Map.of("JANUA_DB_PASSWORD_FILE", file("se cret\n")));

        assertThat(secrets.getValue("JANUA_DB_PASSWORD")).isEqualTo("se cret");
        assertThat(secrets.getPropertyNames()).containsExactly("JANUA_DB_PASSWORD");
    }

    @Test
    void otherVariablesThatNameFiles_areNoneOfItsBusiness() throws IOException {
        assertThat(new SecretFiles(Map.of("JANUA_MASTER_KEY_FILE", file("key"), "JANUA_DB_PASSWORD_FILE", ""))
                        .getPropertyNames())
                .isEmpty();
    }

    @Test
    void secretByTwoWays_isRefused_andNotShown() throws IOException {
        var twice = Map.of("JANUA_BOOTSTRAP_KEY_FILE", file("secret"), "JANUA_BOOTSTRAP_KEY", "another");

        assertThatThrownBy(() -> new SecretFiles(twice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("JANUA_BOOTSTRAP_KEY and JANUA_BOOTSTRAP_KEY_FILE are set: set one of them.");
    }

    /** As platforms and compose files write what nobody filled in. */
    @Test
    void variableThatIsSetToNothing_doesNotHideTheFile() throws IOException {
        var environment = Map.of("JANUA_DB_PASSWORD", "", "JANUA_DB_PASSWORD_FILE", file("secret"));
        var settings = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300), new SecretFiles(environment))
                .build();

        assertThat(settings.getRawValue("JANUA_DB_PASSWORD")).isEqualTo("secret");
    }

    @Test
    void fileThatIsGone_isNamed() {
        var gone = Map.of("JANUA_DB_OWNER_PASSWORD_FILE", folder.resolve("gone").toString());

        assertThatThrownBy(() -> new SecretFiles(gone))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JANUA_DB_OWNER_PASSWORD_FILE")
                .hasMessageContaining("gone");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content).toString();
    }
}
