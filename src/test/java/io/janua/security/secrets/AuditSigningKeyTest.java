package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.janua.audit.transparency.LogKey;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AuditSigningKeyTest {

    private static final byte[] CHECKPOINT = "janua.example/audit\n17\n".getBytes();

    private final AuditSigningKey key = AuditSigningKey.generate();

    @Test
    void anybodyWithThePemVerifiesASignature() throws Exception {
        String body = LogKey.of(key.publicKey())
                .pem()
                .replace("-----BEGIN PUBLIC KEY-----\n", "")
                .replace("\n-----END PUBLIC KEY-----\n", "");
        byte[] signed = key.sign(CHECKPOINT);

        assertThat(signed).hasSize(64);
        assertThat(verifies(Base64.getDecoder().decode(body), signed)).isTrue();
        assertThat(verifies(AuditSigningKey.generate().publicKey(), signed)).isFalse();
    }

    @Test
    void restore_givesTheSameKey() {
        AuditSigningKey restored = AuditSigningKey.restore(key.privateKey(), key.publicKey());

        // Ed25519 draws nothing at random.
        assertThat(restored.sign(CHECKPOINT)).isEqualTo(key.sign(CHECKPOINT));
        assertThat(restored.publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void restore_refusesHalvesOfDifferentKeysAndOtherBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditSigningKey.restore(
                        key.privateKey(), AuditSigningKey.generate().publicKey()))
                .withMessageContaining("do not belong together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditSigningKey.restore(key.publicKey(), key.privateKey()))
                .withMessage("not an Ed25519 key pair");
    }

    @Test
    void toString_showsNothing() {
        assertThat(key).hasToString("AuditSigningKey");
    }

    private static boolean verifies(byte[] publicKey, byte[] signed) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
        signature.update(CHECKPOINT);
        return signature.verify(signed);
    }
}
