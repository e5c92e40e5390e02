package io.janua.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.ConsentTexts;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectArchive;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Hands over all that is held of a subject, for the answer to a subject access request. */
@ApplicationScoped
class SubjectExport {

    private static final int PAGE = 100;
    private static final String ACTOR_NAME = "actorName";

    private final Galleries galleries;
    private final Subjects subjects;
    private final SubjectArchive held;
    private final ConsentRepository consents;
    private final ConsentTexts texts;
    private final ImportHoldings imports;
    private final AccessHoldings access;
    private final PassageHoldings passages;
    private final Instance<SubjectHistory> history;
    private final Event<Happening> happenings;
    private final ObjectMapper json;
    private final ObjectWriter writer;

    SubjectExport(
            Galleries galleries,
            Subjects subjects,
            SubjectArchive held,
            ConsentRepository consents,
            ConsentTexts texts,
            ImportHoldings imports,
            AccessHoldings access,
            PassageHoldings passages,
            Instance<SubjectHistory> history,
            Event<Happening> happenings,
            ObjectMapper json) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.held = held;
        this.consents = consents;
        this.texts = texts;
        this.imports = imports;
        this.access = access;
        this.passages = passages;
        this.history = history;
        this.happenings = happenings;
        this.json = json;
        this.writer = json.writerWithDefaultPrettyPrinter()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    }

    /** Whom an export is about: found, permitted and told of. */
    record Begun(GalleryRef gallery, SubjectRef owner, SubjectArchive.HeldSubject subject) {}

    /** Before the first byte, because whoever breaks off has seen a part already. */
    @Transactional
    Begun begin(String galleryName, String subject) {
        GalleryRef gallery = galleries.open(galleryName);
        var begun = new Begun(gallery, subjects.get(gallery, subject), held.subject(gallery, subject));
        happenings.fire(Happening.of(Action.SUBJECT_EXPORTED).in(gallery.name()).on(subject));
        return begun;
    }

    /** No transaction stays open while the reader takes its time. */
    void write(Begun export, OutputStream out) throws IOException {
        var archive = new ExportArchive(out, writer);
        String readme = ExportReadme.text(Instant.now(), export.gallery().model(), history.isResolvable());
        archive.bytes("README.txt", readme.getBytes(StandardCharsets.UTF_8));
        archive.object("subject.json", export.subject());
        archive.list("consents.json", last -> consents(export, last), ExportedConsent::id);
        for (UUID face : writeFaces(export, archive)) {
            // Who withdraws meanwhile gets what is left.
            var picture = held.picture(export.owner(), face);
            if (picture.isPresent()) {
                archive.bytes(ExportedFace.fileName(face), picture.get());
            }
        }
        archive.object("imports.json", writeImports(export, archive));
        archive.object("access.json", access.of(export.gallery(), export.owner()));
        archive.list(
                "passages.json",
                last -> passages.passages(export.gallery(), export.owner(), last, PAGE),
                PassageHoldings.HeldPassage::id);
        archive.object("place.json", passages.place(export.gallery(), export.owner()));
        if (history.isResolvable()) {
            archive.lines("history.ndjson", lines -> writeHistory(export, lines));
        }
        archive.finish();
    }

    /** @return the faces of which a picture is kept */
    private List<UUID> writeFaces(Begun export, ExportArchive archive) throws IOException {
        List<UUID> withPicture = new ArrayList<>();
        archive.list(
                "faces.json",
                last -> {
                    var page = held.faces(export.owner(), last, PAGE);
                    page.stream()
                            .filter(SubjectArchive.HeldFace::hasPicture)
                            .forEach(face -> withPicture.add(face.id()));
                    return page.stream().map(ExportedFace::from).toList();
                },
                ExportedFace::id);
        return withPicture;
    }

    /** Pictures first, because only what was found is said to be there. */
    private List<ExportedFile> writeImports(Begun export, ExportArchive archive) throws IOException {
        List<ExportedFile> files = new ArrayList<>();
        var page = files(export, Optional.empty());
        while (!page.isEmpty()) {
            for (var file : page) {
                files.add(ExportedFile.of(file, writePicture(file, archive)));
            }
            page = files(export, Optional.of(page.getLast()));
        }
        return files;
    }

    private List<ImportHoldings.HeldFile> files(Begun export, Optional<ImportHoldings.HeldFile> last) {
        return imports.files(export.gallery(), export.owner().externalId(), last, PAGE);
    }

    /** @return its name in the archive, or null */
    private String writePicture(ImportHoldings.HeldFile file, ExportArchive archive) throws IOException {
        var picture = file.disclosable() ? imports.picture(file) : Optional.<ImportHoldings.HeldPicture>empty();
        if (picture.isEmpty()) {
            return null;
        }
        String name = ExportedFile.pictureName(file, picture.get().mediaType());
        archive.bytes(name, picture.get().content());
        return name;
    }

    /** What is older than the subject is about somebody else, who had the id before. */
    private void writeHistory(Begun export, Consumer<String> lines) {
        var subject = export.subject();
        history.get().write(subject.gallery(), subject.id(), line -> {
            JsonNode entry = parsed(line);
            if (!Instant.parse(entry.path("time").asText()).isBefore(subject.createdAt())) {
                lines.accept(withoutNames(entry).toString());
            }
        });
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a history's line is not JSON", damaged);
        }
    }

    /** The subject has no right to the names of those who worked with the service. */
    private static JsonNode withoutNames(JsonNode entry) {
        return entry instanceof ObjectNode object ? object.without(ACTOR_NAME) : entry;
    }

    private List<ExportedConsent> consents(Begun export, Optional<UUID> last) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var page = consents.after(export.gallery().id(), export.owner().id(), last, PAGE).stream()
                    .map(ConsentView::from)
                    .toList();
            var shown = texts.of(
                    export.gallery(),
                    page.stream().map(ConsentView::textVersion).collect(Collectors.toSet()));
            return page.stream()
                    .map(consent -> new ExportedConsent(consent, shown.get(consent.textVersion())))
                    .toList();
        });
    }
}
