package io.janua.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds every good answer of every test to the API description: it has the members that it must have, and no others. */
final class DescribedAnswers implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DESCRIPTION = description();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String type = Optional.ofNullable(answer.contentType()).orElse("");
        if (answer.statusCode() / 100 == 2 && type.startsWith("application/json")) {
            String path = URI.create(request.getURI()).getPath();
            operation(request.getMethod(), path)
                    .map(operation -> operation.at(
                            "/responses/%d/content/application~1json/schema".formatted(answer.statusCode())))
                    .ifPresent(schema ->
                            check(read(answer.asString()), schema, request.getMethod() + " " + path + " answers"));
        }
        return answer;
    }

    private static void check(JsonNode value, JsonNode schema, String where) {
        JsonNode described = resolved(schema);
        if (value.isArray()) {
            value.forEach(item -> check(item, described.path("items"), where + " […]"));
        }
        if (!value.isObject() || !described.has("properties")) {
            return;
        }
        described.path("required").forEach(member -> {
            if (!value.has(member.asText())) {
                throw new AssertionError("%s no '%s', which %s must have"
                        .formatted(where, member.asText(), schema.path("$ref").asText()));
            }
        });
        value.properties().forEach(member -> {
            JsonNode part = described.path("properties").path(member.getKey());
            if (part.isMissingNode()) {
                throw new AssertionError("%s '%s', which %s does not have"
                        .formatted(where, member.getKey(), schema.path("$ref").asText()));
            }
            check(member.getValue(), part, where + " " + member.getKey());
        });
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? DESCRIPTION.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /** Paths without parameters come first, as they do when the service looks for one. */
    private static Optional<JsonNode> operation(String method, String path) {
        return Stream.of(true, false)
                .flatMap(plain -> DESCRIPTION.path("paths").properties().stream()
                        .filter(candidate -> candidate.getKey().contains("{") != plain))
                .filter(candidate -> path.matches(candidate.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(Map.Entry::getValue)
                .map(operations -> operations.path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode description() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("docs/reference/openapi.yaml").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
