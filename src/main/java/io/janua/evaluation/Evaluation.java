package io.janua.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was found.
 *
 * @param people how many have a photograph
 * @param peopleWithSeveral how many have two or more, which pairs of one person need
 * @param fmr the operating point
 * @param listedPairs how many of a list's pairs are used; 0 without a list
 * @param leftOut of the set and of the list
 */
record Evaluation(
        Instant at,
        int photographs,
        int people,
        long peopleWithSeveral,
        int listedPairs,
        double fmr,
        int threads,
        List<LeftOut> leftOut,
        List<PackOutcome> packs) {

    Evaluation {
        leftOut = List.copyOf(leftOut);
        packs = List.copyOf(packs);
    }

    List<PackOutcome.Judged> judged() {
        return packs.stream()
                .flatMap(pack -> pack instanceof PackOutcome.Judged judged ? Stream.of(judged) : Stream.empty())
                .toList();
    }

    List<PackOutcome.Unfit> unfit() {
        return packs.stream()
                .flatMap(pack -> pack instanceof PackOutcome.Unfit unfit ? Stream.of(unfit) : Stream.empty())
                .toList();
    }
}
