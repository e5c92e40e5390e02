package io.janua.enrollment.imports;

import io.janua.event.Action;
import io.janua.event.Happening;

/** What is told of an import as a whole; each of its enrolments is told of too. */
final class ImportHappenings {

    private ImportHappenings() {}

    static Happening of(Action action, BulkImport told) {
        return Happening.of(action)
                .in(told.gallery())
                .with("import", told.id().toString())
                .with("pictures", told.total())
                .with("enrolled", told.enrolled())
                .with("refused", told.refused());
    }
}
