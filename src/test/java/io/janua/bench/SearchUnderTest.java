package io.janua.bench;

import io.janua.bench.SearchSet.Probe;
import io.janua.vector.Proposals;
import io.janua.vector.TemplateSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the service does in a large gallery, with the vectors themselves in the database's place. */
final class SearchUnderTest implements AutoCloseable {

    private final TemplateSet resident;
    private final VectorFile vectors;
    private final double fillSeconds;

    private SearchUnderTest(TemplateSet resident, VectorFile vectors, double fillSeconds) {
        this.resident = resident;
        this.vectors = vectors;
        this.fillSeconds = fillSeconds;
    }

    static SearchUnderTest of(VectorFile vectors) {
        long begin = System.nanoTime();
        var resident = new TemplateSet(vectors.dimension());
        float[] vector = new float[vectors.dimension()];
        for (long number = 0; number < vectors.count(); number++) {
            vectors.read(number, vector);
            resident.add(SearchSet.subject(number), vector);
        }
        return new SearchUnderTest(resident, vectors, (System.nanoTime() - begin) / 1e9);
    }

    double fillSeconds() {
        return fillSeconds;
    }

    double bytesATemplate() {
        return (double) resident.bytes() / resident.size();
    }

    /** One of the best. */
    record Found(long number, double score) {}

    /** @return best first; empty where the service would scan the table instead */
    Optional<List<Found>> best(float[] probe, int count) {
        return resident.nearest(probe, count).map(proposals -> decided(proposals, probe, count));
    }

    /** @return how many vectors were scored exactly; none where the service would scan the table instead */
    int proposed(float[] probe, int count) {
        return resident.nearest(probe, count)
                .map(proposals -> proposals.owners().size())
                .orElse(0);
    }

    boolean findsMate(Probe probe) {
        return best(probe.vector(), SearchMeasurement.BEST)
                .filter(found -> found.getFirst().number() == probe.subject())
                .isPresent();
    }

    /** @return milliseconds of each */
    double[] time(List<Probe> probes) {
        double[] millis = new double[probes.size()];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            best(probes.get(i).vector(), SearchMeasurement.BEST);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }

    private List<Found> decided(Proposals proposals, float[] probe, int count) {
        return proposals.owners().stream()
                .map(owner -> scored(owner, probe))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(count)
                .toList();
    }

    private Found scored(UUID owner, float[] probe) {
        long number = SearchSet.number(owner);
        return new Found(number, vectors.score(number, probe));
    }

    @Override
    public void close() {
        resident.close();
    }
}
