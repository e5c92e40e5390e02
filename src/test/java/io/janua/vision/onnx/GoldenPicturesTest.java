package io.janua.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.support.NeedsDefaultPack;
import io.janua.support.TestModels;
import io.janua.support.TestPictures;
import io.janua.time.Stages;
import io.janua.vision.Embedding;
import io.janua.vision.Face;
import io.janua.vision.FacePipeline;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.opencv.ImageLimits;
import io.janua.vision.opencv.OpenCvImageDecoder;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipeline finds, aligns and embeds as the reference that the models' thresholds were measured with. */
@NeedsDefaultPack
class GoldenPicturesTest {

    private static final FacePipeline PIPELINE =
            TestModels.loaded().pipeline(new OpenCvImageDecoder(ImageLimits.USUAL), Stages.UNWATCHED);

    static Stream<JsonNode> entries() throws IOException {
        var golden = new ObjectMapper().readTree(TestPictures.synthetic("golden.json"));
        return StreamSupport.stream(golden.get("entries").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void extract_agreesWithTheReference(JsonNode expected) {
        byte[] picture = TestPictures.synthetic(expected.get("image").asText());

        Face face = PIPELINE.extract(picture, new FaceRequest(FaceSelection.SINGLE, true, false));

        var box = face.detected().box();
        double[] measuredBox = {box.x(), box.y(), box.width(), box.height()};
        assertThat(measuredBox).containsExactly(doubles(expected.get("box")), within(2.0));
        var points = face.detected().landmarks().points();
        for (int i = 0; i < points.size(); i++) {
            double[] point = {points.get(i).x(), points.get(i).y()};
            assertThat(point).containsExactly(doubles(expected.get("landmarks").get(i)), within(1.5));
        }
        var reference = Embedding.normalised(TestModels.loaded().embedder().id(), floats(expected.get("embedding")));
        assertThat(face.embedding().orElseThrow().similarity(reference)).isGreaterThanOrEqualTo(0.998);
        assertThat(face.liveness().orElseThrow().score())
                .isCloseTo(expected.get("livenessLogit").asDouble(), within(0.2));
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }
}
