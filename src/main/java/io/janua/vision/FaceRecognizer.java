package io.janua.vision;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.vision.model.Calibration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The pipeline as the features use it: with the running pack, its calibration, and the pool that bounds the work.
 *
 * @param model id of the embedding model
 * @param acquisitions hears of every face that was asked for
 */
public record FaceRecognizer(String model, Calibration calibration, InferencePool pool, Acquisitions acquisitions) {

    /** What a picture can lack so that it is no sample of anybody; a damaged file says nothing of a person. */
    public static final Set<ProblemCode> NOT_ACQUIRED =
            EnumSet.of(ProblemCode.NO_FACE, ProblemCode.MANY_FACES, ProblemCode.POOR_QUALITY);

    /** Every face of the picture, largest first, with liveness where the pack judges it. */
    public List<Face> detect(byte[] encoded) {
        return pool.call(pipeline -> pipeline.detect(encoded, pipeline.judgesLiveness()));
    }

    /**
     * @param liveness run presentation attack detection on each of them
     * @throws io.janua.problem.Problem {@code liveness_unavailable}, an image problem, or {@code busy}
     */
    public List<Face> detect(byte[] encoded, boolean liveness) {
        return pool.call(pipeline -> pipeline.detect(encoded, liveness));
    }

    /**
     * The one face that is meant, embedded.
     *
     * @throws io.janua.problem.Problem {@code no_face}, {@code many_faces}, {@code poor_quality},
     *     {@code liveness_unavailable}, an image problem, or {@code busy}
     */
    public Face extract(byte[] encoded, FaceRequest request, QualityLevel level) {
        Face face = extract(encoded, request);
        refuse(objections(face, level));
        return face;
    }

    /**
     * The same of whatever quality; whoever asks for it asks for the {@link #objections} next.
     *
     * @throws io.janua.problem.Problem {@code no_face}, {@code many_faces}, {@code liveness_unavailable}, an image
     *     problem, or {@code busy}
     */
    public Face extract(byte[] encoded, FaceRequest request) {
        try {
            return pool.call(pipeline -> pipeline.extract(encoded, request));
        } catch (Problem refused) {
            if (NOT_ACQUIRED.contains(refused.code())) {
                acquisitions.failed(refused.code());
            }
            throw refused;
        }
    }

    /** Why a face that was extracted cannot be used; empty when it can. */
    public List<Advice> objections(Face face, QualityLevel level) {
        List<Advice> objections = level.objections(face.quality());
        if (objections.isEmpty()) {
            acquisitions.acquired();
        } else {
            acquisitions.failed(ProblemCode.POOR_QUALITY);
        }
        return objections;
    }

    /** @throws io.janua.problem.Problem {@code poor_quality} where there is any */
    public static void refuse(List<Advice> objections) {
        if (!objections.isEmpty()) {
            throw Problems.poorQuality(
                    objections.stream().map(Advice::text).toList(),
                    objections.stream().map(Advice::code).toList());
        }
    }
}
