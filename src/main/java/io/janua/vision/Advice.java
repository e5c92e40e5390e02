package io.janua.vision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person before the camera can do for a better picture. The codes are for programs, so they only ever grow. */
public enum Advice {
    MOVE_CLOSER("move_closer", "Move closer to the camera"),
    HOLD_STILL("hold_still", "Hold still, and wipe or focus the lens"),
    FACE_THE_CAMERA("face_the_camera", "Face the camera"),
    LEVEL_THE_HEAD("level_the_head", "Hold the head level and face the camera"),
    HOLD_THE_HEAD_UPRIGHT("hold_the_head_upright", "Hold the head upright"),
    MORE_LIGHT("more_light", "More light on the face"),
    LESS_LIGHT("less_light", "Less light on the face"),
    EVEN_LIGHT("even_light", "Light the face neither too dark nor too bright"),
    MOVE_TO_THE_MIDDLE("move_to_the_middle", "Move into the middle of the picture");

    private final String code;
    private final String text;

    Advice(String code, String text) {
        this.code = code;
        this.text = text;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** In English, for people to read. */
    public String text() {
        return text;
    }

    /** Of texts that were kept before there were codes. */
    static List<Advice> of(List<String> texts) {
        return texts.stream().flatMap(text -> withText(text).stream()).toList();
    }

    private static Optional<Advice> withText(String text) {
        return Stream.of(values()).filter(advice -> advice.text.equals(text)).findFirst();
    }
}
