package io.janua.enrollment.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.janua.gallery.SubjectDescription;
import io.janua.problem.Problem;
import io.janua.security.secrets.SubjectCipher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the files of one archive down as they arrive, in batches, and says whose they are when all are known. */
final class ReceivedFiles implements ArchiveReader.Visitor {

    static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final int BATCH_FILES = 100;
    private static final long BATCH_BYTES = 8_000_000;

    private final UUID id;
    private final SubjectCipher cipher;
    private final ImportRows imports;
    private final ItemRows items;
    private final ImportKeys keys;
    private final int maxRows;

    private final SubjectNaming naming = new SubjectNaming();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Sealed> batch = new ArrayList<>();
    private SubjectsCsv table = SubjectsCsv.NONE;
    private Set<String> subjects = Set.of();
    private long batchBytes;
    private int number;
    private int refused;

    ReceivedFiles(UUID id, SubjectCipher cipher, ImportRows imports, ItemRows items, ImportKeys keys, int maxRows) {
        this.id = id;
        this.cipher = cipher;
        this.imports = imports;
        this.items = items;
        this.keys = keys;
        this.maxRows = maxRows;
    }

    private record Sealed(ReceivedFile item, Optional<byte[]> picture) {}

    private record Seen(int number, EntryPath path, boolean waits) {}

    @Override
    public void picture(EntryPath path, byte[] content) {
        number++;
        byte[] sealed = cipher.encrypt(content, keys.context(id, number));
        add(new ReceivedFile(number, path.text(), Optional.of(path), Optional.empty()), Optional.of(sealed));
    }

    @Override
    public void refused(String name, Optional<EntryPath> path, Problem why) {
        number++;
        refused++;
        add(new ReceivedFile(number, name, path, Optional.of(why)), Optional.empty());
    }

    @Override
    public void subjectsCsv(byte[] content) {
        if (table != SubjectsCsv.NONE) {
            throw ArchiveProblems.subjectsCsv("The archive has two files subjects.csv.");
        }
        table = SubjectsCsv.parse(content, maxRows);
    }

    /** When everything has come. */
    void end() {
        Set<String> came = seen.stream().map(file -> file.path().text()).collect(Collectors.toSet());
        table.subjectsByFile().keySet().stream()
                .filter(file -> !came.contains(file))
                .sorted()
                .forEach(file -> refused(file, EntryPath.of(file), ArchiveProblems.missing()));
        writeBatch();
        if (number == 0) {
            throw ArchiveProblems.empty();
        }
    }

    /** After the end; within the caller's transaction, which is the one that lets the import run. */
    void assignSubjects() {
        Set<String> waiting = new HashSet<>();
        List<ItemRows.Owned> owners = new ArrayList<>();
        List<ItemRows.Refusal> refusals = new ArrayList<>();
        for (Seen file : seen) {
            var owner = naming.ownerOf(file.path(), table);
            if (owner.subject() != null) {
                owners.add(new ItemRows.Owned(file.number(), owner.subject()));
            }
            if (file.waits() && owner.objection().isPresent()) {
                refusals.add(
                        new ItemRows.Refusal(file.number(), owner.objection().get()));
            } else if (file.waits()) {
                waiting.add(owner.subject());
            }
        }
        items.assign(id, owners);
        items.refuse(id, refusals);
        refused += refusals.size();
        items.insertSubjects(
                id,
                table.subjects().entrySet().stream()
                        .filter(described -> waiting.contains(described.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, described -> json(described.getValue()))));
        subjects = waiting;
    }

    int total() {
        return number;
    }

    int refused() {
        return refused;
    }

    int subjects() {
        return subjects.size();
    }

    private void add(ReceivedFile item, Optional<byte[]> picture) {
        item.path().ifPresent(path -> {
            if (picture.isPresent()) {
                naming.see(path);
            }
            seen.add(new Seen(item.number(), path, picture.isPresent()));
        });
        batch.add(new Sealed(item, picture));
        batchBytes += picture.map(bytes -> bytes.length).orElse(0);
        if (batch.size() >= BATCH_FILES || batchBytes >= BATCH_BYTES) {
            writeBatch();
        }
    }

    private void writeBatch() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!imports.touch(id, number, refused)) {
                throw ArchiveProblems.cancelled();
            }
            items.insert(id, batch.stream().map(Sealed::item).toList());
            for (Sealed sealed : batch) {
                sealed.picture()
                        .ifPresent(
                                picture -> items.insertPicture(id, sealed.item().number(), picture));
            }
        });
        batch.clear();
        batchBytes = 0;
    }

    private static String json(SubjectDescription description) {
        try {
            return JSON.writeValueAsString(description);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a description is plain JSON", impossible);
        }
    }
}
