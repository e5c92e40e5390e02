package io.janua.http;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images of a request, however they travelled: as multipart fields, as the raw body, or as base64 in JSON.
 *
 * @param images encoded files by field name; a raw body is called {@code image}. Fields that are text hold its UTF-8
 */
public record ImageUpload(Map<String, byte[]> images) {

    private static final String IMAGE = "image";
    private static final String REFERENCE = "reference";

    /** Fields of the pictures that answer a head-turn challenge, in the order in which it asks for them. */
    static final List<String> TURNS = List.of("turn1", "turn2");

    /** Fields for further pictures of one person, taken right after {@code image}. */
    static final List<String> FURTHER = List.of("image2", "image3", "image4", "image5");

    /** Fields that are text and come beside a picture. */
    static final Set<String> TEXTS = Set.of("card", "pin", "capturedAt");

    /** Characters of one of them. */
    static final int MAX_TEXT = 64;

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

    /** What somebody shows who wants to pass. */
    public Presented presented() {
        var pictures = Stream.concat(Stream.of(IMAGE), FURTHER.stream()).toList();
        allow(Stream.concat(pictures.stream(), TEXTS.stream()).collect(Collectors.toSet()));
        return new Presented(
                pictures.stream().filter(images::containsKey).map(this::field).toList(),
                text("card"),
                text("pin"),
                text("capturedAt"));
    }

    /**
     * Encoded images of one person, and what they hold out besides.
     *
     * @param frames in the order in which they were taken; none where none was sent
     */
    public record Presented(
            List<byte[]> frames, Optional<String> card, Optional<String> pin, Optional<String> capturedAt) {

        @Override
        public String toString() {
            return "Presented[frames=%d]".formatted(frames.size());
        }
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

    /** Empty is as good as absent: forms send fields that nobody filled in. */
    private Optional<String> text(String name) {
        return Optional.ofNullable(images.get(name))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty());
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
