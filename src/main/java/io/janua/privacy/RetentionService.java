package io.janua.privacy;

import io.janua.gallery.Erasures;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.UnusedSubjects;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Erases the subjects of the tenant at hand that nobody has used for as long as their gallery's policy says. Each goes
 * in a transaction of its own: a run that ends early has done what it has done, and the next one goes on.
 */
@ApplicationScoped
class RetentionService {

    private static final String REASON = "retention";

    /** As long as somebody waits for an answer. */
    private static final Duration BRIEFLY = Duration.ofSeconds(30);

    private final Galleries galleries;
    private final UnusedSubjects unused;
    private final Erasures erasures;

    RetentionService(Galleries galleries, UnusedSubjects unused, Erasures erasures) {
        this.galleries = galleries;
        this.unused = unused;
        this.erasures = erasures;
    }

    /** Only counts. */
    RetentionRun dryRun() {
        Instant now = Instant.now();
        return new RetentionRun(
                true,
                galleries.all().stream()
                        .map(gallery -> result(gallery, unused.count(gallery, lastUse(gallery, now)), 0, 0))
                        .toList(),
                List.of());
    }

    /** For a caller who waits. */
    RetentionRun runBriefly() {
        Instant end = Instant.now().plus(BRIEFLY);
        return run(() -> Instant.now().isBefore(end));
    }

    /** @param goOn asked before each gallery and each subject */
    RetentionRun run(BooleanSupplier goOn) {
        Instant now = Instant.now();
        List<RetentionRun.InGallery> results = new ArrayList<>();
        List<String> notReached = new ArrayList<>();
        for (GalleryRef gallery : galleries.all()) {
            if (goOn.getAsBoolean()) {
                results.add(eraseDue(gallery, lastUse(gallery, now), goOn));
            } else {
                notReached.add(gallery.name());
            }
        }
        return new RetentionRun(false, results, notReached);
    }

    private RetentionRun.InGallery eraseDue(GalleryRef gallery, Instant lastUse, BooleanSupplier goOn) {
        long due = unused.count(gallery, lastUse);
        long erased = 0;
        long failed = 0;
        Iterator<String> subjects = new DueSubjects(unused, gallery, lastUse);
        while (subjects.hasNext() && goOn.getAsBoolean()) {
            try {
                erased += erase(gallery, subjects.next(), lastUse) ? 1 : 0;
            } catch (RuntimeException failure) {
                // Whatever is wrong with this subject must not keep the others.
                if (failed++ == 0) {
                    Log.warn("retention: a subject could not be erased", failure);
                }
            }
        }
        return result(gallery, due, erased, failed);
    }

    /** @return false when the subject was erased or used meanwhile */
    private boolean erase(GalleryRef gallery, String subject, Instant lastUse) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean due = unused.lock(gallery, subject, lastUse);
            if (due) {
                erasures.eraseSubject(gallery, subject, REASON);
            }
            return due;
        });
    }

    private static Instant lastUse(GalleryRef gallery, Instant now) {
        return new RetentionClock(gallery.policy().retentionDays()).lastUseOfDue(now);
    }

    private static RetentionRun.InGallery result(GalleryRef gallery, long due, long erased, long failed) {
        return new RetentionRun.InGallery(gallery.name(), gallery.policy().retentionDays(), due, erased, failed);
    }
}
