package io.janua.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.security.secrets.MasterKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T02:00:00.123456Z");
    private static final byte[] CONTENT = "accounts".getBytes(StandardCharsets.US_ASCII);

    private final Seal seal = new Seal(MasterKey.fromBase64(Base64.getEncoder().encodeToString(new byte[32])));

    @Test
    void whatItClosesItOpens() throws Refused {
        assertThat(seal.open(seal.close(CONTENT, MOMENT), MOMENT)).isEqualTo(CONTENT);
    }

    /** Nobody puts the accounts of last year into the backup of today. */
    @Test
    void aPartOfAnotherBackupDoesNotOpen() {
        byte[] closed = seal.close(CONTENT, MOMENT.minusSeconds(86400));

        assertThatThrownBy(() -> seal.open(closed, MOMENT)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4096})
    void aLengthThatIsNotThereIsRefused(int length) {
        byte[] closed = seal.close(CONTENT, MOMENT);
        ByteBuffer.wrap(closed).putInt(length);

        assertThatThrownBy(() -> seal.open(closed, MOMENT)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 40})
    void whatWasCutOffIsRefused(int left) {
        byte[] closed = Arrays.copyOf(seal.close(CONTENT, MOMENT), left);

        assertThatThrownBy(() -> seal.open(closed, MOMENT)).isInstanceOf(Refused.class);
    }
}
