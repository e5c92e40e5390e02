package io.janua.security.secrets;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.daead.DeterministicAeadConfig2026;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import java.security.GeneralSecurityException;

/**
 * A tenant's key for what is looked up while it is sealed: a Tink keyset with one AES-256-SIV key (RFC 5297). Equal
 * content of one context seals to equal bytes, which is all that it tells; it is stored only as the {@link MasterKey}
 * wrapped it.
 */
public final class SearchableKeyset {

    private SearchableKeyset() {}

    public static byte[] generate() {
        try {
            var handle = KeysetHandle.generateNew(
                    PredefinedDeterministicAeadParameters.AES256_SIV, DeterministicAeadConfig2026.get());
            return TinkProtoKeysetFormat.serializeKeyset(
                    handle, InsecureSecretKeyAccess.get(), DeterministicAeadConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink makes AES-256-SIV keys", impossible);
        }
    }

    /**
     * @param serialised as {@link #generate} made it
     * @throws IllegalArgumentException for anything else
     */
    public static DeterministicAead open(byte[] serialised) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                            serialised, InsecureSecretKeyAccess.get(), DeterministicAeadConfig2026.get())
                    .getPrimitive(DeterministicAeadConfig2026.get(), DeterministicAead.class);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("not a tenant's searchable keyset", malformed);
        }
    }
}
