package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectCipherTest {

    private static final byte[] IMAGE = "a face".getBytes(StandardCharsets.UTF_8);
    private static final String CONTEXT = "sample-image|default|1";
    private static final UUID SUBJECT = UUID.fromString("01a1fc17-07c9-7496-95ed-7412dbf3c291");

    private final byte[] keyset = TenantKeyset.generate();
    private final Aead tenantKey = TenantKeyset.open(keyset);
    private final SubjectCipher cipher = SubjectCipher.generate();

    @Test
    void decrypt_opensWhatItSealedAfterAWayThroughTheDatabase() {
        byte[] sealed = cipher.encrypt(IMAGE, CONTEXT);
        byte[] wrapped = cipher.wrap(tenantKey, "default", SUBJECT);

        SubjectCipher again = SubjectCipher.unwrap(wrapped, TenantKeyset.open(keyset), "default", SUBJECT);

        assertThat(again.decrypt(sealed, CONTEXT)).isEqualTo(IMAGE);
        assertThat(sealed).hasSize(IMAGE.length + 28);
    }

    @Test
    void decrypt_refusesAnotherPlaceAlterationsAndOtherKeys() {
        byte[] sealed = cipher.encrypt(IMAGE, CONTEXT);
        byte[] altered = sealed.clone();
        altered[20] ^= 1;

        assertThatExceptionOfType(DecryptionFailed.class)
                .isThrownBy(() -> cipher.decrypt(sealed, "sample-image|default|2"));
        assertThatExceptionOfType(DecryptionFailed.class).isThrownBy(() -> cipher.decrypt(altered, CONTEXT));
        assertThatExceptionOfType(DecryptionFailed.class).isThrownBy(() -> cipher.decrypt(new byte[3], CONTEXT));
        assertThatExceptionOfType(DecryptionFailed.class)
                .isThrownBy(() -> SubjectCipher.generate().decrypt(sealed, CONTEXT));
    }

    @Test
    void unwrap_refusesAnotherSubjectAnotherTenantAndAnotherTenantsKey() {
        byte[] wrapped = cipher.wrap(tenantKey, "default", SUBJECT);
        Aead otherKey = TenantKeyset.open(TenantKeyset.generate());

        assertThatExceptionOfType(DecryptionFailed.class)
                .isThrownBy(() -> SubjectCipher.unwrap(wrapped, tenantKey, "default", new UUID(0, 0)));
        assertThatExceptionOfType(DecryptionFailed.class)
                .isThrownBy(() -> SubjectCipher.unwrap(wrapped, tenantKey, "other", SUBJECT));
        assertThatExceptionOfType(DecryptionFailed.class)
                .isThrownBy(() -> SubjectCipher.unwrap(wrapped, otherKey, "default", SUBJECT));
    }

    @Test
    void nothingIsTheSameTwice() {
        assertThat(cipher.encrypt(IMAGE, CONTEXT)).isNotEqualTo(cipher.encrypt(IMAGE, CONTEXT));
        assertThat(TenantKeyset.generate()).isNotEqualTo(TenantKeyset.generate());
    }

    @Test
    void open_refusesWhatIsNoKeyset() {
        assertThatIllegalArgumentException().isThrownBy(() -> TenantKeyset.open(IMAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> TenantKeyset.open(new byte[0]));
    }

    @Test
    void toString_showsNothing() {
        assertThat(cipher).hasToString("SubjectCipher");
    }
}
