package io.janua.enrollment.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.http.UploadLimits;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.security.Operations;
import io.janua.tenant.CurrentTenant;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Takes an archive in: seals its pictures as they arrive, and has the job begin when all of it is there. Of an archive
 * that is refused or breaks off, nothing stays.
 */
@ApplicationScoped
class ImportReception {

    private final Galleries galleries;
    private final ImportRows imports;
    private final ItemRows items;
    private final ImportKeys keys;
    private final ImportConfig config;
    private final UploadLimits uploads;
    private final ReceptionPlaces places;
    private final ErasedSubjects departed;
    private final SchedulerClient jobs;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final Event<Happening> happenings;

    ImportReception(
            Galleries galleries,
            ImportRows imports,
            ItemRows items,
            ImportKeys keys,
            ImportConfig config,
            UploadLimits uploads,
            ReceptionPlaces places,
            ErasedSubjects departed,
            SchedulerClient jobs,
            Caller caller,
            CurrentTenant tenant,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.imports = imports;
        this.items = items;
        this.keys = keys;
        this.config = config;
        this.uploads = uploads;
        this.places = places;
        this.departed = departed;
        this.jobs = jobs;
        this.caller = caller;
        this.tenant = tenant;
        this.happenings = happenings;
    }

    /** @throws Problem one of those of {@link ArchiveProblems} or of {@link Galleries#openForRecognition} */
    ImportView receive(String galleryName, ImportRequest request, InputStream archive) {
        GalleryRef gallery = permitted(galleryName, request);
        return places.within(tenant.id(), () -> receive(gallery, request, archive));
    }

    private ImportView receive(GalleryRef gallery, ImportRequest request, InputStream archive) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var key = QuarkusTransaction.requiringNew().call(() -> {
            requireRoom();
            var fresh = keys.create(id);
            imports.insert(id, gallery.id(), request, fresh.secret(), fresh.wrapped(), caller.actor());
            return fresh;
        });
        try {
            var received = new ReceivedFiles(id, key.cipher(), imports, items, keys, config.maxPictures());
            new ArchiveReader(limits()).read(archive, received);
            received.end();
            return QuarkusTransaction.requiringNew().call(() -> begin(gallery, id, received));
        } catch (IOException brokenOff) {
            forget(id);
            throw ArchiveProblems.truncated();
        } catch (RuntimeException | Error refused) {
            // Whoever cancels it forgets what came, and goes on showing that there was an import.
            if (!(refused instanceof Problem problem && problem.code() == ProblemCode.IMPORT_CANCELLED)) {
                forget(id);
            }
            throw refused;
        }
    }

    private void requireRoom() {
        if (imports.unfinished() >= config.maxUnfinished()) {
            throw ArchiveProblems.unfinished(config.maxUnfinished());
        }
        if (imports.keptBytes() >= config.maxKeptBytes()) {
            throw ArchiveProblems.full(config.maxKeptBytes());
        }
    }

    private GalleryRef permitted(String galleryName, ImportRequest request) {
        GalleryRef gallery = galleries.openForRecognition(galleryName);
        if (request.textVersion == null != (request.channel == null)) {
            throw Problems.invalid(
                    request.channel == null ? "channel" : "textVersion",
                    "Of 'textVersion' and 'channel' one is missing.",
                    "Give both to record consents, or neither.");
        }
        if (request.textVersion != null && !caller.mayDo(Operations.CONSENTS_WRITE)) {
            throw new Problem(
                    ProblemCode.OPERATION_NOT_PERMITTED,
                    "The credentials do not permit to record consents.",
                    "textVersion",
                    "Leave out textVersion and channel, or use credentials that permit '%s'."
                            .formatted(Operations.CONSENTS_WRITE));
        }
        if (gallery.policy().challenge() == GalleryPolicy.TurnChallenge.ALWAYS) {
            throw new Problem(
                    ProblemCode.IMPORT_NEEDS_CHALLENGE,
                    "The gallery asks everybody to turn the head before the camera, which no archive can.",
                    "gallery",
                    "Enrol one by one, or set the gallery's policy.challenge to 'selfService' or 'off'.");
        }
        return gallery;
    }

    private ImportView begin(GalleryRef gallery, UUID id, ReceivedFiles received) {
        // From here on erasures wait, and then find whose the files are; the earlier ones have left their ids.
        if (!imports.touch(id, received.total(), received.refused())) {
            throw ArchiveProblems.cancelled();
        }
        received.assignSubjects();
        imports.run(id, received.total(), received.refused(), received.subjects());
        departed.takeFrom(id);
        jobs.scheduleIfNotExists(ImportJob.instance(tenant.id(), id), Instant.now());
        happenings.fire(Happening.of(Action.IMPORT_STARTED)
                .in(gallery.name())
                .with("import", id.toString())
                .with("pictures", received.total())
                .with("subjects", received.subjects()));
        return imports.find(id).orElseThrow().view(Instant.now());
    }

    private ArchiveLimits limits() {
        return new ArchiveLimits(
                config.maxArchiveBytes(),
                config.maxInflatedBytes(),
                config.maxPictures(),
                uploads.maxImageBytes(),
                Duration.ofMinutes(config.maxReceiveMinutes()));
    }

    private void forget(UUID id) {
        try {
            imports.delete(id);
        } catch (RuntimeException databaseGone) {
            Log.warnf("import %s broke off; what came of it is swept later", id);
        }
    }
}
