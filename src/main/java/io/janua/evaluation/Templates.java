package io.janua.evaluation;

import io.janua.vision.Embedding;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a set of photographs when it is compared: whose each is, and its template.
 *
 * @param people whose photograph it is, by place
 * @param embeddings empty where there is none
 */
record Templates(List<Integer> people, List<Optional<Embedding>> embeddings) {

    Templates {
        people = List.copyOf(people);
        embeddings = List.copyOf(embeddings);
    }

    static Templates of(List<Photograph> photographs, List<Sample> samples) {
        return new Templates(
                photographs.stream().map(Photograph::person).toList(),
                samples.stream()
                        .map(sample -> switch (sample) {
                            case Sample.Acquired acquired -> Optional.of(acquired.embedding());
                            case Sample.NotAcquired _, Sample.Unusable _ -> Optional.<Embedding>empty();
                        })
                        .toList());
    }

    int size() {
        return people.size();
    }

    boolean mated(int one, int other) {
        return people.get(one).equals(people.get(other));
    }
}
