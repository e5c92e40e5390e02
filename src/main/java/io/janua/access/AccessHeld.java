package io.janua.access;

import io.janua.access.Credentials.Kind;
import io.janua.database.Sql;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.privacy.AccessHoldings;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells of what access control holds of people, for reports on privacy and for the people themselves. */
@ApplicationScoped
class AccessHeld implements AccessHoldings {

    private static final String COUNT = """
            SELECT gallery_id, count(*) FROM access_credential WHERE tenant_id = ? AND gallery_id = ANY (?)
            GROUP BY gallery_id""";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final MemberRows members;
    private final BlockRepository blocks;
    private final Credentials credentials;

    AccessHeld(Sql sql, CurrentTenant tenant, MemberRows members, BlockRepository blocks, Credentials credentials) {
        this.sql = sql;
        this.tenant = tenant;
        this.members = members;
        this.blocks = blocks;
        this.credentials = credentials;
    }

    @Override
    @Transactional
    public Map<UUID, Long> credentials(Collection<UUID> galleries) {
        return sql
                .query(
                        COUNT,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        tenant.id(),
                        new Sql.Array("uuid", galleries.toArray()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A block that has ended is still held. */
    @Override
    @Transactional
    public HeldAccess of(GalleryRef gallery, SubjectRef subject) {
        var held = credentials.held(subject.id());
        var card = Optional.ofNullable(held.get(Kind.CARD));
        return new HeldAccess(
                members.groupsOf(subject.id()).stream()
                        .map(in -> new HeldMembership(in.group(), in.addedAt(), in.validFrom(), in.validUntil()))
                        .toList(),
                blocks.findByIdOptional(subject.id())
                        .map(block -> new HeldBlock(block.reason, block.blockedAt, block.until))
                        .orElse(null),
                card.map(number -> credentials.opened(number, gallery.id()).text())
                        .orElse(null),
                card.map(Credentials.Held::changedAt).orElse(null),
                held.containsKey(Kind.PIN),
                held.containsKey(Kind.DURESS_PIN));
    }
}
