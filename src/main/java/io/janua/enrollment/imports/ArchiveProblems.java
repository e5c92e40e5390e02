package io.janua.enrollment.imports;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.time.Duration;

/** Why an archive, or one of its files, is not taken. */
final class ArchiveProblems {

    private static final String BODY = "archive";
    private static final String FILE = "file";

    private ArchiveProblems() {}

    static Problem notAZip() {
        return new Problem(
                ProblemCode.ARCHIVE_INVALID,
                "The body is not a ZIP archive, or it is damaged.",
                BODY,
                "Send a .zip file as the raw body, for example: curl --data-binary @people.zip.");
    }

    static Problem truncated() {
        return new Problem(
                ProblemCode.ARCHIVE_TRUNCATED,
                "The archive ends before its last entry, or does not hold what its end says.",
                BODY,
                "The upload was probably cut off: send the whole file.");
    }

    static Problem encrypted() {
        return new Problem(
                ProblemCode.ARCHIVE_ENCRYPTED,
                "The archive is protected by a password.",
                BODY,
                "Pack it without a password; the connection encrypts it on its way.");
    }

    static Problem unsupported() {
        return new Problem(
                ProblemCode.ARCHIVE_UNSUPPORTED,
                "The archive is packed by a method that cannot be read while it arrives.",
                BODY,
                "Pack it again with the usual method (deflate), for example: zip -r people.zip people.");
    }

    static Problem expandsTooFar(long maxBytes) {
        return new Problem(
                ProblemCode.ARCHIVE_EXPANDS_TOO_FAR,
                "The files of the archive are larger than %.1f GB together.".formatted(maxBytes / 1e9),
                BODY,
                "Split it into several archives of photographs as a camera writes them.");
    }

    static Problem tooManyFiles(int most) {
        return new Problem(
                ProblemCode.ARCHIVE_TOO_MANY_FILES,
                "The archive has more than %d files.".formatted(most),
                BODY,
                "Split it into several archives, one after the other.");
    }

    static Problem empty() {
        return new Problem(
                ProblemCode.ARCHIVE_EMPTY,
                "No file was found in the archive.",
                BODY,
                "Put each person's pictures into a folder that is named by the person's id.");
    }

    static Problem subjectsCsv(String detail) {
        return new Problem(
                ProblemCode.SUBJECTS_CSV_INVALID,
                detail,
                "subjects.csv",
                "Save it as CSV in UTF-8 with a header line that has the column 'subject'; nothing was imported.");
    }

    static Problem namesTooLong(long most) {
        return new Problem(
                ProblemCode.ARCHIVE_TOO_MANY_FILES,
                "The names of the archive's files have more than %d characters together.".formatted(most),
                BODY,
                "Split it into several archives, or shorten the names of its folders.");
    }

    static Problem tooSlow(Duration longest) {
        return new Problem(
                ProblemCode.ARCHIVE_TOO_SLOW,
                "The archive came at less than %d kB a second, or for more than %d minutes."
                        .formatted(ArrivalPace.LEAST_BYTES_PER_SECOND / 1000, longest.toMinutes()),
                BODY,
                "Split it into several archives, or send it over a faster connection; nothing was kept.");
    }

    static Problem tooManyAtOnce() {
        return new Problem(
                        ProblemCode.BUSY,
                        "As many archives as the service can take at a time are coming in.",
                        null,
                        "Send it when another one has been received.")
                .retryAfter(Duration.ofSeconds(30));
    }

    static Problem unfinished(int most) {
        return new Problem(
                ProblemCode.IMPORTS_UNFINISHED,
                "%d imports have not ended, and no more may be begun.".formatted(most),
                null,
                "Wait until one has ended, or cancel one with POST /v1/imports/{id}/cancellations.");
    }

    static Problem full(long maxBytes) {
        return new Problem(
                ProblemCode.IMPORTS_FULL,
                "The pictures of earlier imports take %.1f GB or more.".formatted(maxBytes / 1e9),
                null,
                "Wait until they are worked through, and forget ended imports with DELETE /v1/imports/{id}.");
    }

    /** By somebody, or because its gallery goes. */
    static Problem cancelled() {
        return new Problem(
                ProblemCode.IMPORT_CANCELLED,
                "The import was cancelled, or its gallery deleted, while the archive came in.",
                BODY,
                "Nothing of it was kept; send it again if it is wanted after all.");
    }

    static Problem nameUnsafe() {
        return new Problem(
                ProblemCode.FILE_NAME_UNSAFE,
                "The file's name leads out of the archive, is not UTF-8, or is too long.",
                FILE,
                "Pack the archive again with plain names: folders and files without '..', '\\' and control characters.");
    }

    static Problem emptyFile() {
        return new Problem(
                ProblemCode.FILE_EMPTY, "The file has no bytes.", FILE, "Copy the picture again from where it came.");
    }

    static Problem nested() {
        return new Problem(
                ProblemCode.ARCHIVE_NESTED,
                "The file is an archive within the archive.",
                FILE,
                "Unpack it, and put its pictures into folders.");
    }

    static Problem missing() {
        return new Problem(
                ProblemCode.FILE_MISSING,
                "subjects.csv names this file, but the archive does not have it.",
                FILE,
                "Compare the column 'file' with the paths in the archive; upper and lower case differ.");
    }

    static Problem noSubject(String id) {
        return new Problem(
                ProblemCode.SUBJECT_ID_INVALID,
                "'%s' cannot be a subject's id.".formatted(id),
                FILE,
                "An id has 1 to 128 characters, none of them a slash or a control character: rename the folder.");
    }

    static Problem ambiguous(String subject) {
        return new Problem(
                ProblemCode.SUBJECT_AMBIGUOUS,
                "The archive has two different subjects under the id '%s'.".formatted(subject),
                FILE,
                "Give each person an id of their own: folders of the same name, or rows of subjects.csv that"
                        + " contradict each other, may be two people.");
    }

    static Problem erased() {
        return new Problem(
                ProblemCode.SUBJECT_ERASED,
                "The subject was erased while its picture waited.",
                FILE,
                "Nothing, if this was meant; else import the person again.");
    }

    static Problem unworkable() {
        return new Problem(
                ProblemCode.FILE_UNWORKABLE,
                "The service went down each time it worked on this picture.",
                FILE,
                "Save the picture anew with another program before you send it again, and report it.");
    }

    /** There is no consent in force, but there was one. */
    static Problem withdrawnBefore() {
        return new Problem(
                ProblemCode.CONSENT_WITHDRAWN,
                "The subject has withdrawn the consent, and none is in force.",
                FILE,
                "An import does not overrule that: ask the person again, record the consent with POST"
                        + " …/subjects/{subject}/consents, and import the picture again.");
    }

    static Problem consentWithdrawn() {
        return new Problem(
                ProblemCode.CONSENT_WITHDRAWN,
                "The subject's consent was withdrawn while its picture waited.",
                FILE,
                "Ask the person again before you import the picture again.");
    }
}
