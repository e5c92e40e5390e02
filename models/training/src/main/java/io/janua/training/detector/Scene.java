package io.janua.training.detector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.janua.training.data.Archives;
import io.janua.training.data.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A photograph and the faces on it. */
record Scene(Picture picture, List<LabelledFace> faces) {

    private record Labels(String image, List<LabelledFace> faces) {}

    /** @throws IOException when a photograph has no labels or a label no photograph; the message names it */
    static List<Scene> read(Path folder) throws IOException {
        SortedMap<String, Picture> pictures = Archives.read(folder, "scenes-", picture -> picture);
        var mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Labels[] all = mapper.readValue(folder.resolve("scenes-labels.json").toFile(), Labels[].class);
        List<Scene> scenes = new ArrayList<>();
        for (Labels labels : all) {
            Picture picture = pictures.remove(labels.image());
            if (picture == null) {
                throw new IOException("%s has labels, but is not in %s".formatted(labels.image(), folder));
            }
            scenes.add(new Scene(picture, List.copyOf(labels.faces())));
        }
        if (!pictures.isEmpty()) {
            throw new IOException("%s has no labels".formatted(pictures.firstKey()));
        }
        return scenes;
    }
}
