package io.janua.hook;

import com.google.crypto.tink.Aead;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.TenantKeyset;
import io.janua.security.secrets.TenantSecret;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals what hooks need to be trusted and let in, under the tenant's key. */
@ApplicationScoped
class HookSeals {

    private final TenantSecrets secrets;
    private final CurrentTenant tenant;

    HookSeals(TenantSecrets secrets, CurrentTenant tenant) {
        this.secrets = secrets;
        this.tenant = tenant;
    }

    /** @param context what it is and whose; never secret */
    Hook.Sealed seal(byte[] plain, String context) {
        TenantSecret newest = secrets.newest(tenant.id(), Purpose.HOOKS);
        try {
            return new Hook.Sealed(newest.id(), opened(newest).encrypt(plain, bound(context)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a hook's secret cannot be sealed", failed);
        }
    }

    /** @throws IllegalStateException when it was not sealed for this context, or altered */
    byte[] open(Hook.Sealed sealed, String context) {
        TenantSecret secret = secrets.inForce(tenant.id(), Purpose.HOOKS, sealed.secret());
        try {
            return opened(secret).decrypt(sealed.bytes(), bound(context));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("a hook's secret cannot be opened", refused);
        }
    }

    private Aead opened(TenantSecret secret) {
        return TenantKeyset.open(secrets.open(secret));
    }

    private byte[] bound(String context) {
        return "%s|%s".formatted(tenant.id(), context).getBytes(StandardCharsets.UTF_8);
    }
}
