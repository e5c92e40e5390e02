package io.janua.recognition;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.event.Outcomes;
import io.janua.gallery.Candidate;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.GallerySearch;
import io.janua.gallery.SearchResult;
import io.janua.gallery.Subjects;
import io.janua.recognition.IdentificationView.CandidateView;
import io.janua.recognition.IdentificationView.Outcome;
import io.janua.vision.Face;
import io.janua.vision.FaceDescription;
import io.janua.vision.FaceRecognizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Locale;

/** Who of the enrolled is this? */
@ApplicationScoped
class IdentifyService {

    /** Two are looked at even when one is wanted: the second tells whether the first is unambiguous. */
    private static final int MIN_SEARCHED = 2;

    private final Galleries galleries;
    private final GallerySearch search;
    private final ProbeExtractor probes;
    private final FaceRecognizer recognizer;
    private final Subjects subjects;
    private final Outcomes outcomes;
    private final Event<Scored> scores;

    IdentifyService(
            Galleries galleries,
            GallerySearch search,
            ProbeExtractor probes,
            FaceRecognizer recognizer,
            Subjects subjects,
            Outcomes outcomes,
            Event<Scored> scores) {
        this.galleries = galleries;
        this.search = search;
        this.probes = probes;
        this.recognizer = recognizer;
        this.subjects = subjects;
        this.outcomes = outcomes;
        this.scores = scores;
    }

    IdentificationView identify(String galleryName, byte[] image, IdentifyQuery query) {
        GalleryRef gallery = galleries.openForRecognition(galleryName);
        double fpir = query.fpirOr(gallery.policy().fpir());
        var about = Happening.of(Action.IDENTIFY)
                .in(gallery.name())
                .with("fpir", fpir)
                .with("model", gallery.model());
        Face probe = outcomes.explained(about, () -> probes.extract(image, gallery));
        return outcomes.decide(about, () -> decide(gallery, probe, fpir, query), view -> told(about, view));
    }

    private IdentificationView decide(GalleryRef gallery, Face probe, double fpir, IdentifyQuery query) {
        if (ProbeExtractor.isSpoof(probe)) {
            return view(
                    gallery, probe, new SearchResult(0, List.of()), new IdentificationDecision.Spoof(), fpir, query);
        }
        SearchResult found =
                search.nearest(gallery, probe.embedding().orElseThrow(), Math.max(MIN_SEARCHED, query.maxCandidates()));
        var decision = new DecisionPolicy(recognizer.calibration()).identify(found, fpir);
        scores.fire(decision.scored(gallery, found));
        if (decision instanceof IdentificationDecision.Identified(Candidate subject, double _)) {
            subjects.used(subject.id());
        }
        return view(gallery, probe, found, decision, fpir, query);
    }

    private static Happening told(Happening about, IdentificationView view) {
        var told = about.outcome(view.outcome().name().toLowerCase(Locale.ROOT))
                .on(view.subject())
                .with("threshold", view.threshold() == null ? null : ScoreView.rounded(view.threshold()))
                .with("gallerySize", view.gallerySize());
        return view.candidates().isEmpty()
                ? told
                : told.with("score", view.candidates().getFirst().score());
    }

    private IdentificationView view(
            GalleryRef gallery,
            Face probe,
            SearchResult found,
            IdentificationDecision decision,
            double fpir,
            IdentifyQuery query) {
        return switch (decision) {
            case IdentificationDecision.Identified(Candidate subject, double threshold) ->
                view(gallery, probe, found, Outcome.IDENTIFIED, subject.subject(), threshold, fpir, query);
            case IdentificationDecision.Ambiguous(List<Candidate> _, double threshold) ->
                view(gallery, probe, found, Outcome.AMBIGUOUS, null, threshold, fpir, query);
            case IdentificationDecision.Unknown(double threshold) ->
                view(gallery, probe, found, Outcome.UNKNOWN, null, threshold, fpir, query);
            case IdentificationDecision.Spoof() -> view(gallery, probe, found, Outcome.SPOOF, null, null, fpir, query);
        };
    }

    private IdentificationView view(
            GalleryRef gallery,
            Face probe,
            SearchResult found,
            Outcome outcome,
            String subject,
            Double threshold,
            double fpir,
            IdentifyQuery query) {
        var calibration = recognizer.calibration();
        List<CandidateView> candidates = found.ranked().stream()
                .filter(candidate -> query.belowThreshold || candidate.score() >= threshold)
                .limit(query.maxCandidates())
                .map(candidate -> CandidateView.of(candidate, threshold, calibration))
                .toList();
        return new IdentificationView(
                outcome,
                subject,
                candidates,
                threshold,
                fpir,
                found.gallerySize(),
                threshold != null && !calibration.measured(calibration.fmrAt(threshold)),
                gallery.model(),
                FaceDescription.of(probe));
    }
}
