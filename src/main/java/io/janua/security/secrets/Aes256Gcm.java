package io.janua.security.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** AES-256-GCM by Tink under a bare key: a random nonce of 12 bytes, the ciphertext, a tag of 16 bytes. */
final class Aes256Gcm {

    static final int KEY_BYTES = 32;

    private Aes256Gcm() {}

    static Aead under(byte[] key) {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            var aesKey = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.importKey(aesKey).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a key of 256 bits", unusable);
        }
    }
}
