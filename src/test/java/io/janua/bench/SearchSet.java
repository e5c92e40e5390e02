package io.janua.bench;

import io.janua.security.secrets.TemplateRotation;
import io.janua.support.SyntheticTemplates;
import io.janua.vector.TemplateSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;

/** Templates as the database has them, each of a subject of its own, and probes of these subjects. */
record SearchSet(String kind, SyntheticTemplates drawn, TemplateRotation rotation, long count) {

    /** Random, but the same in each run. */
    private static final byte[] SEED = new byte[TemplateRotation.SEED_BYTES];

    private static final long SUBJECTS = 0x6a616e7561L;

    static SearchSet faceLike(long count) {
        return of("face-like", SyntheticTemplates.faceLike(), count);
    }

    static SearchSet uniform(int dimension, long count) {
        return of("uniform", SyntheticTemplates.uniform(dimension), count);
    }

    private static SearchSet of(String kind, SyntheticTemplates drawn, long count) {
        return new SearchSet(kind, drawn, TemplateRotation.derive(SEED, kind, drawn.dimension()), count);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d x %d %s", count, drawn.dimension(), kind);
    }

    /** What the vectors take, and what is resident of them. */
    long bytes() {
        return VectorFile.bytes(drawn.dimension(), count) + TemplateSet.bytes(drawn.dimension(), count);
    }

    VectorFile write() {
        return VectorFile.write(drawn.dimension(), count, this::template);
    }

    float[] template(long number) {
        return rotation.apply(drawn.template(number));
    }

    static UUID subject(long number) {
        return new UUID(SUBJECTS, number);
    }

    static long number(UUID subject) {
        return subject.getLeastSignificantBits();
    }

    /**
     * A picture of a subject that is in the set.
     *
     * @param cosine from the subject's template
     */
    record Probe(long subject, double cosine, float[] vector) {}

    /** An ordinary second photograph, a hard one and a very hard one, in turns. */
    List<Probe> probes(int first, int number) {
        return probes(first, number, 0.75, 0.6, 0.5);
    }

    /** Of subjects everywhere in the set, the same in each run. */
    List<Probe> probes(int first, int number, double... cosines) {
        return LongStream.range(first, (long) first + number)
                .parallel()
                .mapToObj(i -> {
                    // A prime number of places on: every subject comes once before one comes twice.
                    long subject = i * 7_368_787 % count;
                    double cosine = cosines[(int) (i % cosines.length)];
                    return new Probe(subject, cosine, rotation.apply(drawn.probe(subject, cosine)));
                })
                .toList();
    }
}
