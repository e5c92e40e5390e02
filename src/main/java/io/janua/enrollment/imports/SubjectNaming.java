package io.janua.enrollment.imports;

import io.janua.gallery.SubjectRef;
import io.janua.problem.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says whose picture a file is: the one that {@code subjects.csv} names, else its folder, else its own name. Built by
 * telling it of every file; asked when all are known, because the table may come last and a second folder of the same
 * name later.
 */
final class SubjectNaming {

    private final Map<String, String> folderOfId = new HashMap<>();
    private final Set<String> idsOfTwoFolders = new HashSet<>();

    /** A file of the archive. */
    void see(EntryPath path) {
        String id = path.folderName();
        if (!id.isEmpty()) {
            String folder = folderOfId.putIfAbsent(id, path.folder());
            if (folder != null && !folder.equals(path.folder())) {
                idsOfTwoFolders.add(id);
            }
        }
    }

    /**
     * Whose a file is.
     *
     * @param objection why it cannot be enrolled for this subject; empty when it can
     */
    record Owner(String subject, Optional<Problem> objection) {}

    Owner ownerOf(EntryPath path, SubjectsCsv table) {
        String mapped = table.subjectsByFile().get(path.text());
        String id = mapped != null ? mapped : path.folderName().isEmpty() ? path.stem() : path.folderName();
        if (!SubjectRef.isId(id)) {
            return new Owner(null, Optional.of(ArchiveProblems.noSubject(id)));
        }
        // A file that the table gives to somebody does not depend on its folder.
        boolean ambiguous = table.contradicted().contains(id) || mapped == null && idsOfTwoFolders.contains(id);
        return new Owner(id, ambiguous ? Optional.of(ArchiveProblems.ambiguous(id)) : Optional.empty());
    }
}
