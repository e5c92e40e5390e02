package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What holds for every keeper of the master key. */
abstract class MasterKeyContract {

    private static final byte[] SECRET = new byte[] {0, 1, 2, -1, 127, -128};
    private static final byte[] USE = bytes("tenant-keys|default");

    /** The same key at every call. */
    abstract MasterKey key();

    abstract MasterKey otherKey();

    @Test
    void unwrap_givesBackWhatWasWrapped() {
        assertThat(key().unwrap(key().wrap(SECRET, USE), USE)).isEqualTo(SECRET);
        assertThat(key().unwrap(key().wrap(new byte[4096], USE), USE)).isEqualTo(new byte[4096]);
    }

    @Test
    void wrap_neverMakesTheSameTwice() {
        assertThat(key().wrap(SECRET, USE)).isNotEqualTo(key().wrap(SECRET, USE));
    }

    @Test
    void unwrap_refusesAnotherUse() {
        byte[] wrapped = key().wrap(SECRET, USE);

        assertThatExceptionOfType(MasterKeyWrong.class)
                .isThrownBy(() -> key().unwrap(wrapped, bytes("tenant-keys|other")))
                .withMessageContaining(key().id());
    }

    @Test
    void unwrap_refusesWhatWasAltered() {
        byte[] wrapped = key().wrap(SECRET, USE);
        // Before the end: the last character of base64 may hold bits that count for nothing.
        wrapped[wrapped.length - 8] ^= 1;

        assertThatExceptionOfType(MasterKeyWrong.class).isThrownBy(() -> key().unwrap(wrapped, USE));
        assertThatExceptionOfType(MasterKeyWrong.class).isThrownBy(() -> key().unwrap(new byte[] {1}, USE));
    }

    @Test
    void unwrap_refusesWhatAnotherKeyWrapped() {
        byte[] wrapped = otherKey().wrap(SECRET, USE);

        assertThatExceptionOfType(MasterKeyWrong.class).isThrownBy(() -> key().unwrap(wrapped, USE));
    }

    @Test
    void id_tellsKeysApartAndFitsAColumn() {
        assertThat(key().id()).isNotEqualTo(otherKey().id()).hasSizeBetween(5, 100);
        assertThat(key()).hasToString("MasterKey[%s]".formatted(key().id()));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
