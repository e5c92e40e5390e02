package io.janua.enrollment.imports;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Shows imports, cancels them and forgets them. */
@ApplicationScoped
class ImportService {

    private static final String LIST = "imports";

    private final ImportRows imports;
    private final ItemRows items;
    private final ImportKeys keys;
    private final ImportConfig config;
    private final Galleries galleries;
    private final Caller caller;
    private final Event<Happening> happenings;

    ImportService(
            ImportRows imports,
            ItemRows items,
            ImportKeys keys,
            ImportConfig config,
            Galleries galleries,
            Caller caller,
            Event<Happening> happenings) {
        this.imports = imports;
        this.items = items;
        this.keys = keys;
        this.config = config;
        this.galleries = galleries;
        this.caller = caller;
        this.happenings = happenings;
    }

    /** A refused picture as it was in the archive. */
    record Picture(byte[] content, String mediaType) {}

    /** @param gallery its name; null for all that the caller may use */
    @Transactional
    Page<ImportView> list(String gallery, PageQuery query) {
        Optional<List<String>> wanted = gallery == null
                ? caller.galleries()
                : Optional.of(List.of(galleries.open(gallery).name()));
        String list = LIST + ":" + gallery;
        Instant now = Instant.now();
        return Page.of(
                        list,
                        imports.before(query.lastId(list), wanted, query.size() + 1),
                        query.size(),
                        found -> found.id().toString())
                .map(found -> found.view(now));
    }

    @Transactional
    ImportView get(UUID id) {
        return find(id).view(Instant.now());
    }

    /** One that has ended stays as it is. */
    ImportView cancel(UUID id) {
        // In this order: one that begins to run at this moment is not missed.
        if (told(id, () -> imports.cancelReception(id))) {
            // Whoever is sending it still is told with the next files, and adds nothing.
            imports.forgetFiles(id);
        } else if (told(
                id, () -> imports.end(id, ImportState.RUNNING, ImportState.CANCELLED, config.keepRefusedDays()))) {
            // After it has ended: nothing is enrolled from here on, so no worker needs them.
            imports.deletePictures(id, ItemOutcome.WAITING);
        }
        return get(id);
    }

    private boolean told(UUID id, BooleanSupplier cancellation) {
        return QuarkusTransaction.requiringNew().call(() -> {
            BulkImport found = find(id);
            boolean cancelled = cancellation.getAsBoolean();
            if (cancelled) {
                imports.forgetSubjects(id);
                tell(Action.IMPORT_CANCELLED, imports.find(id).orElse(found));
            }
            return cancelled;
        });
    }

    /** @throws Problem {@code import_runs} */
    void delete(UUID id) {
        BulkImport ended = QuarkusTransaction.requiringNew().call(() -> find(id));
        if (!ended.state().ended()) {
            throw new Problem(
                    ProblemCode.IMPORT_RUNS,
                    "The import has not ended.",
                    "id",
                    "Cancel it first, with POST /v1/imports/{id}/cancellations.");
        }
        imports.forgetPictures(id);
        QuarkusTransaction.requiringNew().run(() -> {
            if (imports.deleteRow(id)) {
                tell(Action.IMPORT_DELETED, ended);
            }
        });
    }

    @Transactional
    Page<ImportItemView> items(UUID id, ItemOutcome outcome, PageQuery query) {
        find(id);
        String list = "import-items:%s:%s".formatted(id, outcome);
        int last = query.lastNumber(list).map(Math::toIntExact).orElse(0);
        return Page.of(
                list,
                items.after(id, last, outcome, query.size() + 1),
                query.size(),
                item -> Integer.toString(item.number()));
    }

    /** @throws Problem {@code import_item_not_found} or {@code image_not_kept} */
    @Transactional
    Picture image(UUID id, int number) {
        BulkImport found = find(id);
        ImportItemView item = items.item(id, number)
                .orElseThrow(() -> new Problem(
                        ProblemCode.IMPORT_ITEM_NOT_FOUND,
                        "The import has no file %d.".formatted(number),
                        "number",
                        "List its files with GET /v1/imports/{id}/items."));
        byte[] sealed = Optional.of(item)
                .filter(ImportItemView::hasImage)
                .filter(_ -> found.secret() != 0)
                .flatMap(_ -> items.picture(id, number))
                .orElseThrow(() -> new Problem(
                        ProblemCode.IMAGE_NOT_KEPT,
                        "No picture is kept of this file.",
                        "number",
                        "Only refused pictures are kept, for some days; look into the archive itself."));
        byte[] content = keys.open(found).decrypt(sealed, keys.context(id, number));
        happenings.fire(Happening.of(Action.FACE_VIEWED)
                .in(found.gallery())
                .on(item.subject())
                .with("import", id.toString())
                .with("number", number));
        return new Picture(content, FileKind.of(content).mediaType().orElseThrow());
    }

    private void tell(Action action, BulkImport ended) {
        happenings.fire(ImportHappenings.of(action, ended));
    }

    /** Whoever may not use its gallery does not learn that it exists. */
    private BulkImport find(UUID id) {
        return imports.find(id)
                .filter(found -> caller.mayUse(found.gallery()))
                .orElseThrow(() -> new Problem(
                        ProblemCode.IMPORT_NOT_FOUND,
                        "There is no import %s.".formatted(id),
                        "id",
                        "List them with GET /v1/imports."));
    }
}
