package io.janua.evaluation;

import io.janua.vision.Embedding;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Scores of pairs, counted, with the worst of them. No score is kept: 13,000 photographs are 88 million pairs. */
final class Comparison {

    private final ScoreHistogram mated = new ScoreHistogram();
    private final ScoreHistogram nonMated = new ScoreHistogram();
    private final Worst worstMated = Worst.ofMated();
    private final Worst worstNonMated = Worst.ofNonMated();

    /** Every two photographs that have a template. */
    static Comparison ofAll(Templates templates, int threads, Progress progress) {
        var next = new AtomicInteger();
        var all = new Comparison();
        long pairs = (long) templates.size() * (templates.size() - 1) / 2;
        Workers.run(threads, () -> {
                    var part = new Comparison();
                    for (int row = next.getAndIncrement(); row < templates.size(); row = next.getAndIncrement()) {
                        part.compare(row, templates);
                        progress.at((long) row * (row + 1) / 2, pairs);
                    }
                    return part;
                })
                .forEach(all::add);
        return all;
    }

    private void compare(int row, Templates templates) {
        Optional<Embedding> probe = templates.embeddings().get(row);
        if (probe.isEmpty()) {
            return;
        }
        for (int other = 0; other < row; other++) {
            Optional<Embedding> reference = templates.embeddings().get(other);
            if (reference.isPresent()) {
                add(other, row, probe.get().similarity(reference.get()), templates.mated(row, other));
            }
        }
    }

    private void add(int one, int other, double score, boolean ofOne) {
        (ofOne ? mated : nonMated).add(score);
        (ofOne ? worstMated : worstNonMated).add(one, other, score);
    }

    private void add(Comparison other) {
        mated.add(other.mated);
        nonMated.add(other.nonMated);
        worstMated.add(other.worstMated);
        worstNonMated.add(other.worstNonMated);
    }

    ScoreHistogram mated() {
        return mated;
    }

    ScoreHistogram nonMated() {
        return nonMated;
    }

    Worst worstMated() {
        return worstMated;
    }

    Worst worstNonMated() {
        return worstNonMated;
    }
}
