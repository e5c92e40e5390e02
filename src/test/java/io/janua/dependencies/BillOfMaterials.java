package io.janua.dependencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the package is made of, as its build has written it down (CycloneDX, JSON). */
record BillOfMaterials(List<Component> components) {

    private static final ObjectMapper JSON = new ObjectMapper();

    BillOfMaterials {
        components = List.copyOf(components);
    }

    /**
     * One library.
     *
     * @param purl its name and version (github.com/package-url)
     * @param licences any of which may be chosen: SPDX ids, or names where it has none
     */
    record Component(String purl, List<String> licences) {

        Component {
            licences = List.copyOf(licences);
        }
    }

    static BillOfMaterials read(Path file) {
        try {
            return of(JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("there is no bill of materials: ./janua dependencies makes one", unreadable);
        }
    }

    static BillOfMaterials of(JsonNode document) {
        return new BillOfMaterials(document.path("components")
                .valueStream()
                .map(component -> new Component(component.path("purl").asText(), licences(component.path("licenses"))))
                .toList());
    }

    private static List<String> licences(JsonNode all) {
        return all.valueStream()
                .flatMap(entry -> Stream.of(
                                entry.path("expression"),
                                entry.path("license").path("id"),
                                entry.path("license").path("name"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .limit(1))
                .toList();
    }

    Optional<Component> find(String purlPrefix) {
        return components.stream()
                .filter(component -> component.purl().startsWith(purlPrefix))
                .findFirst();
    }
}
