package io.janua.security.secrets;

import java.util.function.Supplier;

/** What a tenant has secrets for. The names stand in the database. */
public enum Purpose {
    /** Wraps the keys of subjects: a {@link TenantKeyset}. */
    SUBJECTS(() -> Fresh.of(TenantKeyset.generate())),
    /** Rotates templates: the seed of a {@link TemplateRotation}. */
    TEMPLATES(() -> Fresh.of(TemplateRotation.newSeed())),
    /** Signs checkpoints and receipts: an {@link AuditSigningKey}. */
    AUDIT(() -> {
        var key = AuditSigningKey.generate();
        return new Fresh(key.privateKey(), key.publicKey());
    }),
    /** Seals card numbers and PINs: a {@link SearchableKeyset}. */
    CREDENTIALS(() -> Fresh.of(SearchableKeyset.generate())),
    /** Seals what hooks need to be trusted and let in: a {@link TenantKeyset}. */
    HOOKS(() -> Fresh.of(TenantKeyset.generate()));

    private final Supplier<Fresh> generator;

    Purpose(Supplier<Fresh> generator) {
        this.generator = generator;
    }

    Fresh generate() {
        return generator.get();
    }

    /** @param publicKey what everybody may see of it; null where there is no such half */
    record Fresh(byte[] secret, byte[] publicKey) {

        static Fresh of(byte[] secret) {
            return new Fresh(secret, null);
        }

        @Override
        public String toString() {
            return "Fresh";
        }
    }
}
