package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMasterKeyTest extends MasterKeyContract {

    private static final String TEXT = "-_8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0";

    @Override
    MasterKey key() {
        return MasterKey.fromBase64(TEXT);
    }

    @Override
    MasterKey otherKey() {
        return MasterKey.fromBase64(Base64.getEncoder().encodeToString(new byte[32]));
    }

    @Test
    void fromBase64_takesEveryUsualSpelling() {
        byte[] wrapped = key().wrap(bytes("secret"), bytes("use"));
        for (String spelling : new String[] {TEXT + "=", "+/" + TEXT.substring(2), " \n" + TEXT + "=\r\n"}) {
            assertThat(MasterKey.fromBase64(spelling).unwrap(wrapped, bytes("use")))
                    .isEqualTo(bytes("secret"));
        }
    }

    /** Such a text is stored in databases: it may not change. */
    @Test
    void unwrap_opensWhatAnEarlierVersionWrapped() {
        byte[] wrapped =
                HexFormat.of().parseHex("64285ec8151ff66faa77a3e88feaf502f3528432dfaa18da9126ee7128ce87c3685a");

        assertThat(key().id()).isEqualTo("local:1509c0e9");
        assertThat(key().unwrap(wrapped, bytes("use"))).isEqualTo(bytes("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "change-me",
                "AAECAwQFBgcICQoLDA0ODw==",
                "-_8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA",
                "-_8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB!"
            })
    void fromBase64_refusesOtherTextWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.fromBase64(text))
                .withMessage("a master key is 32 bytes in base64; make one with: head -c 32 /dev/urandom | base64")
                .withNoCause();
    }
}
