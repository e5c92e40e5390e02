package io.janua.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Tells clients which members an answer always has: all of its record but those that are {@code @Nullable} or
 * {@link Optional}. What a request may leave out stays as it is: a record that goes both ways is described twice, and is
 * called {@code …Content} on its way in.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswerMembers implements OASFilter {

    private static final String OURS = "io.janua";
    private static final String ON_ITS_WAY_IN = "Content";
    private static final DotName RECORD = DotName.createSimple(Record.class);
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final List<ClassInfo> generic = new ArrayList<>();

    public AnswerMembers(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (RECORD.equals(type.superName()) && type.name().toString().startsWith(OURS)) {
                records.computeIfAbsent(schemaName(type), _ -> new ArrayList<>())
                        .add(type);
                if (!type.typeParameters().isEmpty()) {
                    generic.add(type);
                }
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        var graph = new SchemaGraph(components.getSchemas());
        Set<String> answered = graph.reachable(operations(document)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent));
        Set<String> both =
                new TreeSet<>(graph.reachable(bodies(document, components).map(RequestBody::getContent)));
        both.retainAll(answered);
        both.removeIf(name -> isSimple(components.getSchemas().get(name)));
        describeTwice(document, components, both);
        answered.forEach(name -> requireMembers(name, components.getSchemas().get(name)));
    }

    private static void describeTwice(OpenAPI document, Components components, Set<String> both) {
        UnaryOperator<String> rename = name -> both.contains(name) ? name + ON_ITS_WAY_IN : name;
        both.forEach(name -> components.addSchema(
                rename.apply(name), SchemaGraph.copy(components.getSchemas().get(name), rename)));
        var asked = new SchemaGraph(components.getSchemas())
                .reachable(bodies(document, components).map(RequestBody::getContent));
        asked.removeAll(both);
        asked.forEach(name -> components.addSchema(
                name, SchemaGraph.copy(components.getSchemas().get(name), rename)));
        bodies(document, components)
                .map(RequestBody::getContent)
                .filter(Objects::nonNull)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream())
                .filter(type -> type.getSchema() != null)
                .forEach(type -> renameIn(type, rename));
    }

    private static boolean isSimple(Schema schema) {
        return schema.getProperties() == null && schema.getOneOf() == null;
    }

    private static void renameIn(MediaType type, UnaryOperator<String> rename) {
        type.setSchema(SchemaGraph.copy(type.getSchema(), rename));
    }

    private void requireMembers(String name, Schema schema) {
        if (schema.getProperties() != null) {
            recordOf(name, schema)
                    .ifPresent(type -> schema.setRequired(described(type, schema)
                            .filter(member -> !mayBeAbsent(member))
                            .map(RecordComponentInfo::name)
                            .toList()));
        }
    }

    /** A generic record's schema is called after its parameter too. */
    private Optional<ClassInfo> recordOf(String name, Schema schema) {
        if (!records.containsKey(name)) {
            return generic.stream()
                    .filter(type -> name.startsWith(type.simpleName()))
                    .findFirst();
        }
        // Several may be called alike: meant is what is described under this name, else what has these members.
        return records.get(name).stream()
                .max(Comparator.comparing(AnswerMembers::isNamed)
                        .thenComparing(type -> described(type, schema).count()));
    }

    private static Stream<RecordComponentInfo> described(ClassInfo type, Schema schema) {
        return type.recordComponents().stream()
                .filter(member -> schema.getProperties().containsKey(member.name()));
    }

    private static boolean mayBeAbsent(RecordComponentInfo member) {
        return member.type().hasAnnotation(NULLABLE)
                || OPTIONAL.equals(member.type().name());
    }

    private static boolean isNamed(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null;
    }

    private static String schemaName(ClassInfo type) {
        return isNamed(type) ? type.declaredAnnotation(SCHEMA).value("name").asString() : type.simpleName();
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<RequestBody> bodies(OpenAPI document, Components components) {
        var shared = components.getRequestBodies();
        return Stream.concat(
                        operations(document).map(Operation::getRequestBody),
                        shared == null ? Stream.empty() : shared.values().stream())
                .filter(Objects::nonNull);
    }
}
