package io.janua.http;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The images of a request, however they travelled: as multipart fields, as the raw body, or as base64 in JSON.
 *
 * @param images encoded files by field name; a raw body is called {@code image}
 */
public record ImageUpload(Map<String, byte[]> images) {

    private static final String IMAGE = "image";
    private static final String REFERENCE = "reference";

    /** Fields of the pictures that answer a head-turn challenge, in the order in which it asks for them. */
    static final List<String> TURNS = List.of("turn1", "turn2");

    /** The only image of the request. */
    public byte[] image() {
        allow(Set.of(IMAGE));
        return field(IMAGE);
    }

    /** The two images of a comparison. */
    public Pair pair() {
        allow(Set.of(IMAGE, REFERENCE));
        return new Pair(field(IMAGE), field(REFERENCE));
    }

    /** The image of an enrolment, with the head turns where they were sent. */
    public Frames frames() {
        allow(Set.of(IMAGE, TURNS.getFirst(), TURNS.getLast()));
        boolean turned = TURNS.stream().anyMatch(images::containsKey);
        return new Frames(field(IMAGE), turned ? TURNS.stream().map(this::field).toList() : List.of());
    }

    /**
     * Encoded images of one person.
     *
     * @param turns none, or one for each of {@link #TURNS}
     */
    public record Frames(byte[] image, List<byte[]> turns) {

        @Override
        public String toString() {
            return "Frames[turns=%d]".formatted(turns.size());
        }
    }

    /** Two encoded images. */
    public record Pair(byte[] image, byte[] reference) {}

    private byte[] field(String name) {
        byte[] image = images.get(name);
        if (image == null || image.length == 0) {
            throw Problems.imageMissing(name);
        }
        return image;
    }

    private void allow(Set<String> names) {
        for (String name : images.keySet()) {
            if (!names.contains(name)) {
                throw unknownField(name);
            }
        }
    }

    private static Problem unknownField(String name) {
        return new Problem(
                ProblemCode.FIELD_UNKNOWN,
                "The body has a field '%s', which this operation does not know.".formatted(name),
                name,
                "Send only images in the body; options go into the query, for example ?fmr=0.0001.");
    }

    @Override
    public String toString() {
        return "ImageUpload" + images.keySet();
    }
}
