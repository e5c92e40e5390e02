package io.janua.vision;

import io.janua.problem.Problem;
import io.janua.problem.Problems;
import io.janua.vision.model.Calibration;
import java.util.List;

/**
 * The pipeline as the features use it: with the running pack, its calibration, and the pool that bounds the work.
 *
 * @param model id of the embedding model
 */
public record FaceRecognizer(String model, Calibration calibration, InferencePool pool) {

    /** Every face of the picture, largest first, with liveness. */
    public List<Face> detect(byte[] encoded) {
        return detect(encoded, true);
    }

    /** @param liveness run presentation attack detection on each of them */
    public List<Face> detect(byte[] encoded, boolean liveness) {
        return pool.call(pipeline -> pipeline.detect(encoded, liveness));
    }

    /**
     * The one face that is meant, embedded.
     *
     * @throws io.janua.problem.Problem {@code no_face}, {@code many_faces}, {@code poor_quality}, an image problem, or
     *     {@code busy}
     */
    public Face extract(byte[] encoded, FaceRequest request, QualityLevel level) {
        Face face = pool.call(pipeline -> pipeline.extract(encoded, request));
        List<Advice> objections = level.objections(face.quality());
        if (!objections.isEmpty()) {
            throw poorQuality(objections);
        }
        return face;
    }

    private static Problem poorQuality(List<Advice> objections) {
        return Problems.poorQuality(
                objections.stream().map(Advice::text).toList(),
                objections.stream().map(Advice::code).toList());
    }
}
