package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** FAISS in a process of its own, over the vectors of a file. */
final class Faiss implements AutoCloseable {

    private static final String SCRIPT = "faiss_search.py";

    private final Python python;

    private Faiss(Python python) {
        this.python = python;
    }

    /** @return empty where no Python has FAISS */
    static Optional<Faiss> over(VectorFile vectors) {
        return Python.having("faiss").map(interpreter -> {
            var faiss = new Faiss(Python.start(interpreter, SCRIPT));
            faiss.python.order(
                    Map.of("do", "open", "vectors", vectors.path().toString(), "dimension", vectors.dimension()));
            return faiss;
        });
    }

    void buildFlat() {
        python.order(Map.of("do", "build", "index", "flat"));
    }

    /** @return seconds that it took on all cores */
    double buildGraph(int neighbours) {
        return python.order(Map.of("do", "build", "index", "hnsw", "m", neighbours))
                .path("seconds")
                .asDouble();
    }

    /**
     * What became of some probes.
     *
     * @param first of each the number of the vector that was found first
     */
    record Answers(double[] millis, long[] first) {}

    Answers searchFlat(VectorFile probes, int count) {
        return searched(Map.of(
                "do",
                "search",
                "index",
                "flat",
                "k",
                count,
                "probes",
                probes.path().toString()));
    }

    /** @param depth {@code efSearch}: how many candidates the walk through the graph keeps */
    Answers searchGraph(VectorFile probes, int count, int depth) {
        String file = probes.path().toString();
        return searched(Map.of("do", "search", "index", "hnsw", "k", count, "ef", depth, "probes", file));
    }

    @Override
    public void close() {
        python.close();
    }

    private Answers searched(Map<String, Object> order) {
        JsonNode answer = python.order(order);
        return new Answers(
                numbers(answer.path("millis")).mapToDouble(JsonNode::asDouble).toArray(),
                numbers(answer.path("first")).mapToLong(JsonNode::asLong).toArray());
    }

    private static Stream<JsonNode> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
