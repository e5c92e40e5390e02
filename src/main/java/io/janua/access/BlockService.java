package io.janua.access;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The block list: whom nothing opens for. */
@ApplicationScoped
class BlockService {

    private final BlockRepository blocks;
    private final Galleries galleries;
    private final GalleryScope scope;
    private final Subjects subjects;
    private final Caller caller;
    private final Event<Happening> happenings;

    BlockService(
            BlockRepository blocks,
            Galleries galleries,
            GalleryScope scope,
            Subjects subjects,
            Caller caller,
            Event<Happening> happenings) {
        this.blocks = blocks;
        this.galleries = galleries;
        this.scope = scope;
        this.subjects = subjects;
        this.caller = caller;
        this.happenings = happenings;
    }

    @Transactional
    Page<BlockedSubjectView> list(Optional<String> gallery, PageQuery query) {
        String list = "access-blocks:" + gallery.orElse("");
        var found = blocks.after(query.lastId(list), scope.ids(gallery), Instant.now(), query.size() + 1);
        var names = scope.names(found.stream().map(block -> block.galleryId).toList());
        var blocked = subjects.of(found.stream().map(block -> block.subjectId).toList());
        return Page.of(list, found, query.size(), block -> block.subjectId.toString())
                .map(block -> BlockedSubjectView.from(block, names.get(block.galleryId), blocked.get(block.subjectId)));
    }

    @Transactional
    BlockView put(String galleryName, String subject, BlockContent wanted) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef owner = subjects.lock(gallery, subject);
        Block block = blocks.findByIdOptional(owner.id()).orElseGet(Block::new);
        block.subjectId = owner.id();
        block.galleryId = gallery.id();
        block.reason = wanted.reason();
        block.until = wanted.until();
        block.blockedAt = Instant.now();
        block.blockedBy = caller.actor();
        blocks.persist(block);
        happenings.fire(told(gallery, subject)
                .outcome("blocked")
                .with(
                        "until",
                        Optional.ofNullable(wanted.until())
                                .map(Instant::toString)
                                .orElse(null)));
        return BlockView.from(block);
    }

    @Transactional
    void remove(String galleryName, String subject) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef owner = subjects.lock(gallery, subject);
        Instant now = Instant.now();
        Optional<Block> block = blocks.findByIdOptional(owner.id());
        block.ifPresent(blocks::delete);
        if (block.filter(found -> found.holdsAt(now)).isEmpty()) {
            throw new Problem(
                    ProblemCode.ACCESS_BLOCK_NOT_FOUND,
                    "The subject '%s' is not on the block list.".formatted(subject),
                    "subject",
                    "Nothing is left to do, if the block was to be removed.");
        }
        happenings.fire(told(gallery, subject).outcome("unblocked"));
    }

    /** Why stands in the list, and is about a person. */
    private static Happening told(GalleryRef gallery, String subject) {
        return Happening.of(Action.ACCESS_BLOCK_CHANGED).in(gallery.name()).on(subject);
    }
}
