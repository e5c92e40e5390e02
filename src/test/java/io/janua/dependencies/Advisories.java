package io.janua.dependencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What OSV knows against libraries: GitHub's advisories, the National Vulnerability Database and others in one place. */
record Advisories(URI service) {

    static final URI OSV = URI.create("https://api.osv.dev/v1/querybatch");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The service takes a thousand. */
    private static final int AT_ONCE = 500;

    /**
     * @return ids of advisories by purl, only of those that have any
     * @throws IOException when the service does not answer, or not as documented
     */
    Map<String, List<String>> of(List<String> purls) throws IOException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        try (var client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            for (int from = 0; from < purls.size(); from += AT_ONCE) {
                var some = purls.subList(from, Math.min(purls.size(), from + AT_ONCE));
                var answer = client.send(request(some), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IOException("it answered " + answer.statusCode());
                }
                add(some, JSON.readTree(answer.body()).path("results"), found);
            }
        }
        return found;
    }

    private HttpRequest request(List<String> purls) throws IOException {
        var queries = purls.stream()
                .map(purl -> Map.of("package", Map.of("purl", purl)))
                .toList();
        return HttpRequest.newBuilder(service)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("queries", queries))))
                .build();
    }

    private static void add(List<String> purls, JsonNode results, Map<String, List<String>> found) throws IOException {
        if (results.size() != purls.size()) {
            throw new IOException("it answered %d of %d questions".formatted(results.size(), purls.size()));
        }
        for (int i = 0; i < purls.size(); i++) {
            List<String> ids = new ArrayList<>();
            results.get(i)
                    .path("vulns")
                    .forEach(vulnerability -> ids.add(vulnerability.path("id").asText()));
            if (!ids.isEmpty()) {
                found.put(purls.get(i), ids);
            }
        }
    }
}
