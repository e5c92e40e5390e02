package io.janua.drift;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import io.janua.gallery.GalleryRef;
import io.janua.recognition.ProbeTaken;
import io.janua.recognition.Scored;
import io.janua.tenant.CurrentTenant;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.model.ErrorRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/** Counts what recognitions tell, into bins: afterwards nobody can say whose it was. */
@ApplicationScoped
class Watch {

    private final Tally tally;
    private final FaceRecognizer recognizer;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    Watch(Tally tally, FaceRecognizer recognizer, CurrentTenant tenant, InstantSource clock) {
        this.tally = tally;
        this.recognizer = recognizer;
        this.tenant = tenant;
        this.clock = clock;
    }

    void count(@Observes(during = AFTER_SUCCESS) ProbeTaken probe) {
        IntStream acquired = IntStream.of(
                Measure.ACQUISITION.cell(Acquisition.of(probe.refused()).ordinal()));
        IntStream quality = probe.quality().stream()
                .flatMapToInt(found -> IntStream.concat(
                        IntStream.of(Measure.QUALITY.cell(found.score())),
                        found.measures().entrySet().stream()
                                .mapToInt(entry -> Measure.of(entry.getKey()).cell(entry.getValue()))));
        count(probe.gallery(), IntStream.concat(acquired, quality));
    }

    void count(@Observes(during = AFTER_SUCCESS) Scored scored) {
        count(
                scored.gallery(),
                switch (scored) {
                    case Scored.Claim(GalleryRef _, double score, boolean accepted) ->
                        accepted ? IntStream.of(Measure.FOUND_SCORE.cell(score)) : IntStream.empty();
                    case Scored.Search search -> IntStream.concat(found(search), others(search));
                });
    }

    private static IntStream found(Scored.Search search) {
        return search.found().stream().mapToInt(Measure.FOUND_SCORE::cell);
    }

    private IntStream others(Scored.Search search) {
        if (search.others().isEmpty() || search.gallerySize() < 1) {
            return IntStream.empty();
        }
        double score = search.others().getAsDouble();
        IntStream counted = IntStream.of(
                Measure.OTHERS_SCORE.cell(score), Measure.OTHERS_SIZE.cell(Measure.sizeStep(search.gallerySize())));
        return search.found().isPresent()
                ? IntStream.concat(counted, IntStream.of(rarity(score, search.gallerySize())))
                : counted;
    }

    private int rarity(double score, long gallerySize) {
        return Rarity.cell(ErrorRates.fpirAt(recognizer.calibration().fmrAt(score), gallerySize));
    }

    private void count(GalleryRef gallery, IntStream cells) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        tally.count(new Tally.Place(tenant.id(), gallery.id(), gallery.model(), day), cells.toArray());
    }
}
