package io.janua.vector;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The best owners so far while a set is scanned, each once, and everybody who is too close to tell. */
final class Nearest {

    private final int wanted;
    private final int most;
    private final double margin;

    private final UUID[] best;
    private final double[] bestScores;
    private int ranked;

    private UUID[] owners = new UUID[64];
    private double[] scores = new double[64];
    private int found;

    /**
     * @param wanted owners
     * @param margin below the last of them, within which others are kept, too
     * @param most to keep
     */
    Nearest(int wanted, double margin, int most) {
        this.wanted = wanted;
        this.margin = margin;
        this.most = most;
        this.best = new UUID[wanted];
        this.bestScores = new double[wanted];
    }

    /** Score of the last of the wanted ones; minus infinity while there are fewer. */
    double last() {
        return ranked < wanted ? Double.NEGATIVE_INFINITY : bestScores[wanted - 1];
    }

    /** @return whether there is still room for all who are too close to tell */
    boolean offer(UUID owner, double score) {
        if (found == scores.length && !makeRoom()) {
            return false;
        }
        owners[found] = owner;
        scores[found++] = score;
        rank(owner, score);
        return true;
    }

    Set<UUID> owners() {
        Set<UUID> close = new LinkedHashSet<>();
        for (int i = 0; i < found; i++) {
            if (scores[i] >= last() - margin) {
                close.add(owners[i]);
            }
        }
        return close;
    }

    private boolean makeRoom() {
        int kept = 0;
        for (int i = 0; i < found; i++) {
            if (scores[i] >= last() - margin) {
                owners[kept] = owners[i];
                scores[kept++] = scores[i];
            }
        }
        found = kept;
        if (found > scores.length / 2) {
            if (scores.length >= most) {
                return found < scores.length;
            }
            owners = Arrays.copyOf(owners, 2 * owners.length);
            scores = Arrays.copyOf(scores, 2 * scores.length);
        }
        return true;
    }

    private void rank(UUID owner, double score) {
        if (score <= last()) {
            return;
        }
        int at = 0;
        while (at < ranked && !best[at].equals(owner)) {
            at++;
        }
        if (at < ranked && bestScores[at] >= score) {
            return;
        }
        if (at == ranked && ranked < wanted) {
            ranked++;
        }
        at = Math.min(at, wanted - 1);
        while (at > 0 && bestScores[at - 1] < score) {
            best[at] = best[at - 1];
            bestScores[at] = bestScores[at - 1];
            at--;
        }
        best[at] = owner;
        bestScores[at] = score;
    }
}
