package io.janua.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas lead to which. */
final class SchemaGraph {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    SchemaGraph(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** Names of all schemas that bodies of these contents can hold. */
    Set<String> reachable(Stream<Content> contents) {
        Set<String> found = new LinkedHashSet<>();
        contents.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> follow(schema, found));
        return found;
    }

    private void follow(Schema schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        String name = nameOf(schema.getRef());
        if (name != null && found.add(name)) {
            follow(schemas.get(name), found);
        }
        parts(schema).forEach(part -> follow(part, found));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        values(schema.getProperties()),
                        some(schema.getAllOf()),
                        some(schema.getAnyOf()),
                        some(schema.getOneOf()),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                                .filter(Objects::nonNull))
                .flatMap(parts -> parts);
    }

    /** The same schema, with other names in its references. */
    static Schema copy(Schema schema, UnaryOperator<String> rename) {
        Schema copy = OASFactory.createSchema();
        schema.getAll().forEach((key, value) -> copy.set(key, copyValue(value, rename)));
        if (schema.getRef() != null) {
            String name = nameOf(schema.getRef());
            copy.setRef(name == null ? schema.getRef() : PREFIX + rename.apply(name));
        }
        return copy;
    }

    private static Object copyValue(Object value, UnaryOperator<String> rename) {
        return switch (value) {
            case Schema schema -> copy(schema, rename);
            case Discriminator discriminator -> copy(discriminator, rename);
            case List<?> list ->
                list.stream().map(item -> copyValue(item, rename)).toList();
            case Map<?, ?> map -> {
                var copies = new LinkedHashMap<Object, Object>();
                map.forEach((key, item) -> copies.put(key, copyValue(item, rename)));
                yield copies;
            }
            case null, default -> value;
        };
    }

    private static Discriminator copy(Discriminator discriminator, UnaryOperator<String> rename) {
        var copy = OASFactory.createDiscriminator().propertyName(discriminator.getPropertyName());
        discriminator
                .getMapping()
                .forEach((value, reference) -> copy.addMapping(value, PREFIX + rename.apply(nameOf(reference))));
        return copy;
    }

    static String nameOf(String reference) {
        return reference != null && reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : null;
    }

    private static Stream<Schema> values(Map<String, Schema> schemas) {
        return schemas == null ? Stream.empty() : schemas.values().stream();
    }

    private static Stream<Schema> some(Collection<Schema> schemas) {
        return schemas == null ? Stream.empty() : schemas.stream();
    }
}
