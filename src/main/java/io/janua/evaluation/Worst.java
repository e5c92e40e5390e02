package io.janua.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Keeps the few pairs that went worst of as many as there are. For one thread. */
final class Worst {

    /** More than are shown, because one bad photograph spoils all of its pairs. */
    private static final int KEPT = 400;

    private final boolean lowIsWorst;
    private final Comparator<ScoredPair> worstFirst;
    private final PriorityQueue<ScoredPair> kept;

    private Worst(boolean lowIsWorst) {
        this.lowIsWorst = lowIsWorst;
        Comparator<ScoredPair> rising = Comparator.comparingDouble(ScoredPair::score);
        worstFirst = (lowIsWorst ? rising : rising.reversed())
                .thenComparingInt(ScoredPair::one)
                .thenComparingInt(ScoredPair::other);
        kept = new PriorityQueue<>(worstFirst.reversed());
    }

    /** Pairs of one person are worst when they are least alike. */
    static Worst ofMated() {
        return new Worst(true);
    }

    /** Pairs of two people are worst when they are most alike. */
    static Worst ofNonMated() {
        return new Worst(false);
    }

    /** @param score where it cannot be among the worst, nothing is made of it: there are millions */
    void add(int one, int other, double score) {
        if (kept.size() < KEPT || !isBetter(score, kept.peek().score())) {
            add(new ScoredPair(one, other, score));
        }
    }

    private void add(ScoredPair pair) {
        kept.add(pair);
        if (kept.size() > KEPT) {
            kept.poll();
        }
    }

    private boolean isBetter(double score, double than) {
        return lowIsWorst ? score > than : score < than;
    }

    void add(Worst other) {
        other.kept.forEach(this::add);
    }

    /** Worst first; each photograph in at most {@code timesEach} of them. */
    List<ScoredPair> list(int most, int timesEach) {
        Map<Integer, Integer> seen = new HashMap<>();
        List<ScoredPair> chosen = new ArrayList<>();
        for (ScoredPair pair : kept.stream().sorted(worstFirst).toList()) {
            boolean fresh =
                    seen.getOrDefault(pair.one(), 0) < timesEach && seen.getOrDefault(pair.other(), 0) < timesEach;
            if (fresh && chosen.size() < most) {
                chosen.add(pair);
                seen.merge(pair.one(), 1, Integer::sum);
                seen.merge(pair.other(), 1, Integer::sum);
            }
        }
        return chosen;
    }
}
