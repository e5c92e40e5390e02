package io.janua.gallery;

import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.TemplateRotation;
import io.janua.security.secrets.TenantSecret;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import io.janua.vision.Embedding;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns embeddings into what the database may see of them: multiplied by the tenant's secret rotation. While a tenant is
 * re-keyed its templates are of two generations, so a probe is turned by each.
 */
@ApplicationScoped
class TemplateProtection {

    /** Stands for no rotation: templates from before there was any. Real ids begin at 1. */
    static final int NONE = 0;

    private final TenantSecrets secrets;
    private final CurrentTenant tenant;
    private final TemplateRepository templates;
    private final Cache rotations;

    TemplateProtection(
            TenantSecrets secrets,
            CurrentTenant tenant,
            TemplateRepository templates,
            @CacheName("rotations") Cache rotations) {
        this.secrets = secrets;
        this.tenant = tenant;
        this.templates = templates;
        this.rotations = rotations;
    }

    /** @param secret id of the secret that turned it, or {@link #NONE} */
    record ProtectedTemplate(int secret, float[] values) {

        @Override
        public String toString() {
            return "ProtectedTemplate[secret=%d, dimension=%d]".formatted(secret, values.length);
        }
    }

    /** As new templates are stored. */
    ProtectedTemplate forStorage(Embedding embedding) {
        return turned(secrets.newestKnownEverywhere(tenant.id(), Purpose.TEMPLATES), embedding);
    }

    /** As stored templates of every generation compare with it. */
    List<ProtectedTemplate> forSearch(Embedding probe) {
        List<ProtectedTemplate> turned = new ArrayList<>();
        secrets.inForce(tenant.id(), Purpose.TEMPLATES).forEach(secret -> turned.add(turned(secret, probe)));
        if (templates.anyUnprotected(tenant.id())) {
            turned.add(new ProtectedTemplate(NONE, probe.values()));
        }
        return turned;
    }

    TemplateRotation rotation(TenantSecret secret, String model, int dimension) {
        record Key(int secret, String model, int dimension) {}
        return rotations
                .get(
                        new Key(secret.id(), model, dimension),
                        key -> TemplateRotation.derive(secrets.open(secret), model, dimension))
                .await()
                .indefinitely();
    }

    /** From one generation to the next in a single step. */
    TemplateRotation change(TenantSecret old, TenantSecret newest, String model, int dimension) {
        record Key(int old, int newest, String model, int dimension) {}
        return rotations
                .get(new Key(old.id(), newest.id(), model, dimension), key -> TemplateRotation.from(
                                rotation(old, model, dimension))
                        .to(rotation(newest, model, dimension)))
                .await()
                .indefinitely();
    }

    private ProtectedTemplate turned(TenantSecret secret, Embedding embedding) {
        var rotation = rotation(secret, embedding.model(), embedding.dimension());
        return new ProtectedTemplate(secret.id(), rotation.apply(embedding.values()));
    }
}
