package io.janua.enrollment.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.janua.enrollment.EnrollmentRequest;
import io.janua.enrollment.EnrollmentService;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.NewSubjects;
import io.janua.gallery.Samples;
import io.janua.gallery.SubjectDescription;
import io.janua.gallery.Subjects;
import io.janua.privacy.Consents;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.secrets.SubjectCipher;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Enrols one picture of an import. That it is enrolled, that its picture goes, and that it is counted is one transaction,
 * so a killed process repeats nothing.
 */
@ApplicationScoped
class ImportWorker {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int SERVICE_UNAVAILABLE = 503;

    /** A failure that stays is the picture's, and must not hold up the others. */
    private static final int MOST_FAILURES = 3;

    /** The process ended while it was worked on, every time. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String ONCE = "import-";

    private final EnrollmentService enrollment;
    private final Galleries galleries;
    private final NewSubjects newSubjects;
    private final Subjects subjects;
    private final Consents consents;
    private final ImportRows imports;
    private final ItemRows items;
    private final ImportKeys keys;

    ImportWorker(
            EnrollmentService enrollment,
            Galleries galleries,
            NewSubjects newSubjects,
            Subjects subjects,
            Consents consents,
            ImportRows imports,
            ItemRows items,
            ImportKeys keys) {
        this.enrollment = enrollment;
        this.galleries = galleries;
        this.newSubjects = newSubjects;
        this.subjects = subjects;
        this.consents = consents;
        this.imports = imports;
        this.items = items;
        this.keys = keys;
    }

    Worker of(BulkImport bulkImport, SubjectCipher cipher) {
        return new Worker(bulkImport, cipher);
    }

    /** For the pictures of one import. */
    final class Worker {

        private final BulkImport of;
        private final SubjectCipher cipher;

        private Worker(BulkImport of, SubjectCipher cipher) {
            this.of = of;
            this.cipher = cipher;
        }

        /**
         * @param goOn asked while it waits for room
         * @return false when the import does not run any more
         */
        boolean enrol(ItemRows.Waiting item, BooleanSupplier goOn) {
            Optional<Problem> refusal =
                    item.attempts() >= MOST_ATTEMPTS ? Optional.of(ArchiveProblems.unworkable()) : Optional.empty();
            boolean taken = false;
            boolean told = false;
            int failures = 0;
            while (goOn.getAsBoolean()) {
                try {
                    if (refusal.isEmpty()) {
                        boolean first = !taken;
                        taken = true;
                        attempt(item, first);
                    } else if (!refuse(item, refusal.get())) {
                        refusal = Optional.empty();
                        continue;
                    }
                    return true;
                } catch (Stopped stopped) {
                    return stopped.importRuns;
                } catch (Problem refused) {
                    if (refused.code().status() != SERVICE_UNAVAILABLE) {
                        refusal = Optional.of(refused);
                        continue;
                    }
                    // Live requests come first: whoever is told to come back later does.
                } catch (RuntimeException failed) {
                    if (!told) {
                        Log.warnf(failed, "import %s: file %d fails and is tried again", of.id(), item.number());
                        told = true;
                    }
                    failures = PassingFailure.is(failed) || !databaseAnswers() ? 0 : failures + 1;
                    if (refusal.isEmpty() && failures >= MOST_FAILURES) {
                        Log.errorf("import %s: file %d fails and is passed over", of.id(), item.number());
                        refusal = Optional.of(broken());
                    }
                }
                LockSupport.parkNanos(WAIT.toNanos());
            }
            if (taken) {
                putBack(item);
            }
            return true;
        }

        private void putBack(ItemRows.Waiting item) {
            try {
                QuarkusTransaction.requiringNew().run(() -> items.putBack(of.id(), item.number()));
            } catch (RuntimeException lost) {
                Log.infof("import %s: file %d counts as tried", of.id(), item.number());
            }
        }

        private boolean databaseAnswers() {
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> imports.find(of.id()).isPresent());
            } catch (RuntimeException lost) {
                return false;
            }
        }

        private void attempt(ItemRows.Waiting item, boolean first) {
            Optional<byte[]> sealed = QuarkusTransaction.requiringNew()
                    .call(() -> first ? items.take(of.id(), item.number()) : items.picture(of.id(), item.number()));
            if (sealed.isEmpty()) {
                throw new Stopped(true);
            }
            byte[] picture = cipher.decrypt(sealed.get(), keys.context(of.id(), item.number()));
            GalleryRef gallery = galleries.openForRecognition(of.gallery());
            enrollment.enrollOneOf(
                    gallery,
                    item.subject(),
                    // An archive that is sent again, because its answer was lost, enrols nobody twice.
                    EnrollmentRequest.of(picture, Optional.of(ONCE + sha256(picture))),
                    of.consent().isPresent(),
                    () -> prepare(gallery, item.subject()),
                    added -> record(item, added));
        }

        private void prepare(GalleryRef gallery, String subject) {
            newSubjects.createIfAbsent(gallery, subject, description(subject));
            of.consent().ifPresent(consent -> {
                var owner = subjects.lock(gallery, subject);
                if (consents.withdrawn(gallery, owner)) {
                    throw ArchiveProblems.withdrawnBefore();
                }
                if (!consents.inForce(gallery, owner)) {
                    consents.give(gallery, owner, consent.textVersion(), consent.channel());
                }
            });
        }

        private void record(ItemRows.Waiting item, Samples.Added added) {
            var duplicates = added.others().stream()
                    .map(other -> new ItemRows.Duplicate(other.subject(), other.score()))
                    .toList();
            // An erasure or a withdrawal that came first has taken the item; what would be enrolled now goes with it.
            boolean enrolled = items.enrol(
                    of.id(), item.number(), added.sample().id(), items.stillThere(of.galleryId(), duplicates));
            if (!enrolled) {
                throw new Stopped(true);
            }
            items.deletePicture(of.id(), item.number());
            count(1, 0);
        }

        /** @return false when whoever has this face already was erased meanwhile: it has to be looked at again */
        private boolean refuse(ItemRows.Waiting item, Problem problem) {
            return QuarkusTransaction.requiringNew().call(() -> {
                var found = items.found(problem);
                if (items.stillThere(of.galleryId(), found).size() < found.size()) {
                    return false;
                }
                if (items.refuse(of.id(), item.number(), problem)) {
                    count(0, 1);
                }
                return true;
            });
        }

        private void count(int enrolled, int refused) {
            if (!imports.count(of.id(), enrolled, refused)) {
                throw new Stopped(false);
            }
        }

        private SubjectDescription description(String subject) {
            return items.description(of.id(), subject).map(ImportWorker::parsed).orElse(SubjectDescription.NONE);
        }
    }

    /** Rolls back what was under way, because it is not wanted any more. */
    private static final class Stopped extends RuntimeException {

        private final boolean importRuns;

        Stopped(boolean importRuns) {
            super(null, null, false, false);
            this.importRuns = importRuns;
        }
    }

    private static SubjectDescription parsed(String json) {
        try {
            return ReceivedFiles.JSON.readValue(json, SubjectDescription.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a description was written as JSON", impossible);
        }
    }

    private static String sha256(byte[] picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static Problem broken() {
        return new Problem(
                ProblemCode.INTERNAL_ERROR,
                "The picture could not be worked through; the service's log says more.",
                "file",
                "Try this picture alone, and report it if it fails again.");
    }
}
