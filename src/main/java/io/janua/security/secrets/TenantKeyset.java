package io.janua.security.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * A tenant's own key: a Tink keyset with one AES-256-GCM key, serialised in the clear. It is stored only as the
 * {@link MasterKey} wrapped it.
 */
public final class TenantKeyset {

    private TenantKeyset() {}

    public static byte[] generate() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink makes AES-256-GCM keys", impossible);
        }
    }

    /**
     * @param serialised as {@link #generate} made it
     * @throws IllegalArgumentException for anything else
     */
    public static Aead open(byte[] serialised) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(serialised, InsecureSecretKeyAccess.get(), AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("not a tenant's keyset", malformed);
        }
    }
}
