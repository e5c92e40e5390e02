package io.janua.gallery;

import io.janua.problem.Problems;
import io.janua.vision.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Templates in a map, compared one by one: what the other implementations have to equal. */
final class TestingGallerySearch implements GallerySearch {

    private record Entry(UUID gallery, Subject subject, Embedding template) {}

    private final Map<UUID, Subject> subjects = new HashMap<>();
    private final Collection<Entry> entries = new ArrayList<>();

    void add(Subject subject) {
        subjects.put(subject.id, subject);
    }

    void add(GalleryRef gallery, UUID subject, Embedding template) {
        entries.add(new Entry(gallery.id(), subjects.get(subject), template));
    }

    @Override
    public SearchResult nearest(GalleryRef gallery, Embedding probe, int limit) {
        var now = Instant.now();
        return ranked(gallery, probe, subject -> subject.takesPartAt(now), limit);
    }

    @Override
    public SearchResult everybody(GalleryRef gallery, Embedding probe, int limit) {
        return ranked(gallery, probe, _ -> true, limit);
    }

    @Override
    public SearchResult others(GalleryRef gallery, Embedding probe, UUID except, int limit) {
        return ranked(gallery, probe, subject -> !subject.id.equals(except), limit);
    }

    private SearchResult ranked(GalleryRef gallery, Embedding probe, Predicate<Subject> who, int limit) {
        check(gallery, probe);
        List<Candidate> ranked = comparable(gallery)
                .map(Entry::subject)
                .distinct()
                .filter(who)
                .map(subject -> new Candidate(
                        subject.id,
                        subject.externalId,
                        subject.name,
                        best(gallery, subject.id, probe).orElseThrow()))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
        return new SearchResult(ranked.size(), ranked.stream().limit(limit).toList());
    }

    @Override
    public OptionalDouble best(GalleryRef gallery, UUID subject, Embedding probe) {
        check(gallery, probe);
        return comparable(gallery)
                .filter(entry -> Objects.equals(entry.subject().id, subject))
                .mapToDouble(entry -> probe.similarity(entry.template()))
                .max();
    }

    @Override
    public void awaitExclusiveEnrolment(GalleryRef gallery) {
        // One thread at a time uses this fake.
    }

    private Stream<Entry> comparable(GalleryRef gallery) {
        return entries.stream()
                .filter(entry -> entry.gallery().equals(gallery.id()))
                .filter(entry -> entry.template().model().equals(gallery.model()));
    }

    private static void check(GalleryRef gallery, Embedding probe) {
        if (!probe.model().equals(gallery.model())) {
            throw Problems.modelMismatch(gallery.model(), probe.model());
        }
    }
}
