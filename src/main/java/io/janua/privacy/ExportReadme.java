package io.janua.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The words that come with an export, for a reader who knows nothing of the service. */
final class ExportReadme {

    private static final String TEXT = """
            What is kept of you
            ===================

            This archive holds what a face recognition service (Janua) keeps of one person in
            one gallery. A gallery is a list of people who are recognised together. The archive
            was made at %s.

            Files
            -----
            subject.json    what is said of the person: id, name, further data, dates
            consents.json   the consents that were recorded: to which text, how and when they
                            were given, and when they were withdrawn; with the text itself
                            where the service knows it
            faces.json      the faces that were enrolled: where the face was in the photograph,
                            how good the photograph was, when it was enrolled
            faces/          the pictures of these faces, where they are kept; one that
                            faces.json names and that is not here was erased while the
                            archive was made
            imports.json    the files that came for the person among many people's in an
                            import: which of them were enrolled, which wait, and which were
                            refused, and why
            imports/        the pictures of those that wait or were refused, where they are
                            kept; one that may show somebody else is left out
            access.json     what decides which doors open for the person: groups, a block and
                            its reason, the number of a card, and whether there is a PIN
            passages.json   when the person came to a door, what was decided there and why
            place.json      where the person went by the last door; null when nothing is known
            %s
            Templates
            ---------
            From an enrolled face a model computes a template: a row of numbers by which faces
            are compared. faces.json says of each template which model made it, of how many
            numbers it consists, and since when there is one. New faces of this gallery are
            computed by the model '%s'.

            The numbers themselves are left out. They can be read by nothing but this model,
            and a face cannot be exchanged like a password: whoever got hold of the numbers
            could use them against the person.

            Your rights
            -----------
            The organisation that gave you this archive decides what the data is used for. Ask
            it when something is wrong or unclear, or when you want data corrected or erased or
            a consent withdrawn. Which rights you have, and which authority you can turn to,
            depends on the law that applies to that organisation.
            """;

    private static final String HISTORY = """
            history.ndjson  what the service recorded about the person: enrolments,
                            recognitions, changes; one JSON object a line; the names of the
                            people who worked with the service are left out
            """;

    private ExportReadme() {}

    /** @param model id of the gallery's embedding model */
    static String text(Instant madeAt, String model, boolean withHistory) {
        return TEXT.formatted(madeAt.truncatedTo(ChronoUnit.SECONDS), withHistory ? HISTORY : "", model);
    }
}
