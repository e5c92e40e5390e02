package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class SearchableKeysetTest {

    private static final byte[] CARD = bytes("12-34567");
    private static final byte[] CONTEXT = bytes("card|default|1");

    private final byte[] keyset = SearchableKeyset.generate();
    private final DeterministicAead key = SearchableKeyset.open(keyset);

    @Test
    void equalContentOfOneContextIsEqual_andNothingElseIs() throws GeneralSecurityException {
        byte[] sealed = key.encryptDeterministically(CARD, CONTEXT);

        assertThat(SearchableKeyset.open(keyset).encryptDeterministically(CARD, CONTEXT))
                .isEqualTo(sealed);
        assertThat(key.encryptDeterministically(bytes("12-34568"), CONTEXT)).isNotEqualTo(sealed);
        assertThat(key.encryptDeterministically(CARD, bytes("card|default|2"))).isNotEqualTo(sealed);
        assertThat(SearchableKeyset.open(SearchableKeyset.generate()).encryptDeterministically(CARD, CONTEXT))
                .isNotEqualTo(sealed);
    }

    @Test
    void whatWasSealedIsOpenedByItsKeyAndContextOnly() throws GeneralSecurityException {
        byte[] sealed = key.encryptDeterministically(CARD, CONTEXT);
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThat(key.decryptDeterministically(sealed, CONTEXT)).isEqualTo(CARD);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("34567");
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> key.decryptDeterministically(sealed, bytes("card|default|2")));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> key.decryptDeterministically(altered, CONTEXT));
    }

    @Test
    void open_refusesWhatIsNoSuchKeyset() {
        assertThatIllegalArgumentException().isThrownBy(() -> SearchableKeyset.open(CARD));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchableKeyset.open(TenantKeyset.generate()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
