package io.janua.access;

import com.google.crypto.tink.DeterministicAead;
import io.janua.database.Sql;
import io.janua.gallery.GalleryRef;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.SearchableKeyset;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Card numbers and PINs. They are sealed so that equal ones of one context are equal, and so can be looked up: a card's
 * context is its gallery, a PIN's its subject, so equal PINs of two people do not look alike.
 */
@ApplicationScoped
public class Credentials {

    private static final String OWNER = """
            SELECT subject_id FROM access_credential
            WHERE tenant_id = ? AND gallery_id = ? AND kind = 'CARD' AND sealed = ?""";

    private static final String HELD =
            "SELECT kind, sealed, changed_at FROM access_credential WHERE tenant_id = ? AND subject_id = ?";

    private static final String PUT = """
            INSERT INTO access_credential (subject_id, tenant_id, gallery_id, kind, sealed, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject_id, kind) DO UPDATE SET sealed = excluded.sealed, changed_at = excluded.changed_at""";

    private static final String REMOVE =
            "DELETE FROM access_credential WHERE tenant_id = ? AND subject_id = ? AND kind = ?";

    private final Sql sql;
    private final TenantSecrets secrets;
    private final CurrentTenant tenant;

    Credentials(Sql sql, TenantSecrets secrets, CurrentTenant tenant) {
        this.sql = sql;
        this.secrets = secrets;
        this.tenant = tenant;
    }

    /** As it stands in the database. */
    enum Kind {
        CARD,
        PIN,
        DURESS_PIN
    }

    /** Something that a subject has. */
    record Held(Kind kind, byte[] sealed, Instant changedAt) {

        @Override
        public String toString() {
            return "Held[%s]".formatted(kind);
        }
    }

    /** Whose card it is; empty for one that was given to nobody. */
    @Transactional
    public Optional<UUID> subjectWith(GalleryRef gallery, CardNumber card) {
        return owner(gallery.id(), seal(card.text(), cardContext(gallery.id())));
    }

    /** @param subject of the gallery */
    @Transactional
    public PinCheck check(GalleryRef gallery, UUID subject, String pin) {
        var held = held(subject);
        if (!held.containsKey(Kind.PIN)) {
            return PinCheck.NONE;
        }
        // Both always, so that the time it takes tells nothing.
        boolean right = matches(held.get(Kind.PIN), gallery.id(), subject, pin);
        boolean duress = matches(held.get(Kind.DURESS_PIN), gallery.id(), subject, pin);
        return duress ? PinCheck.DURESS : right ? PinCheck.RIGHT : PinCheck.WRONG;
    }

    /** Empty for a subject without a card. */
    @Transactional
    public Optional<CardNumber> cardOf(GalleryRef gallery, UUID subject) {
        return Optional.ofNullable(held(subject).get(Kind.CARD)).map(card -> opened(card, gallery.id()));
    }

    Map<Kind, Held> held(UUID subject) {
        return sql
                .query(
                        HELD,
                        row -> new Held(
                                Kind.valueOf(row.getString("kind")),
                                row.getBytes("sealed"),
                                row.getObject("changed_at", OffsetDateTime.class)
                                        .toInstant()),
                        tenant.id(),
                        subject)
                .stream()
                .collect(Collectors.toMap(Held::kind, Function.identity()));
    }

    CardNumber opened(Held card, UUID gallery) {
        try {
            byte[] text = key().decryptDeterministically(card.sealed(), cardContext(gallery));
            return CardNumber.parse(new String(text, StandardCharsets.UTF_8)).orElseThrow();
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("a card number cannot be opened", refused);
        }
    }

    /**
     * Within the caller's transaction, which has the subject's lock.
     *
     * @return whose card it is already; empty when the subject has it now
     */
    Optional<UUID> putCard(UUID gallery, UUID subject, CardNumber card) {
        byte[] sealed = seal(card.text(), cardContext(gallery));
        // Two who give out the same card at once: the second one waits, and then sees it.
        sql.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                _ -> true,
                "access-card|%s|%s".formatted(gallery, HexFormat.of().formatHex(sealed)));
        var owner = owner(gallery, sealed).filter(other -> !other.equals(subject));
        if (owner.isEmpty()) {
            put(gallery, subject, Kind.CARD, sealed);
        }
        return owner;
    }

    /** @param duressPin empty for none, also where there was one */
    void putPin(UUID gallery, UUID subject, String pin, Optional<String> duressPin) {
        put(gallery, subject, Kind.PIN, seal(pin, pinContext(Kind.PIN, gallery, subject)));
        duressPin.ifPresentOrElse(
                duress -> put(
                        gallery, subject, Kind.DURESS_PIN, seal(duress, pinContext(Kind.DURESS_PIN, gallery, subject))),
                () -> remove(subject, Kind.DURESS_PIN));
    }

    /** @return false when the subject had none */
    boolean remove(UUID subject, Kind kind) {
        return sql.update(REMOVE, tenant.id(), subject, kind.name()) > 0;
    }

    private void put(UUID gallery, UUID subject, Kind kind, byte[] sealed) {
        sql.update(
                PUT,
                subject,
                tenant.id(),
                gallery,
                kind.name(),
                sealed,
                Instant.now().atOffset(ZoneOffset.UTC));
    }

    private Optional<UUID> owner(UUID gallery, byte[] sealed) {
        List<UUID> owners = sql.query(OWNER, row -> row.getObject(1, UUID.class), tenant.id(), gallery, sealed);
        return owners.stream().findFirst();
    }

    /** @param held null where the subject has none of this kind */
    private boolean matches(Held held, UUID gallery, UUID subject, String pin) {
        if (held == null) {
            return false;
        }
        return MessageDigest.isEqual(held.sealed(), seal(pin, pinContext(held.kind(), gallery, subject)));
    }

    private byte[] seal(String content, byte[] context) {
        try {
            return key().encryptDeterministically(content.getBytes(StandardCharsets.UTF_8), context);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a credential cannot be sealed", failed);
        }
    }

    private DeterministicAead key() {
        return SearchableKeyset.open(secrets.open(secrets.newest(tenant.id(), Purpose.CREDENTIALS)));
    }

    private byte[] cardContext(UUID gallery) {
        return "card|%s|%s".formatted(tenant.id(), gallery).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] pinContext(Kind kind, UUID gallery, UUID subject) {
        return "%s|%s|%s|%s".formatted(kind, tenant.id(), gallery, subject).getBytes(StandardCharsets.UTF_8);
    }
}
