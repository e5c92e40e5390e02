package io.janua.evaluation;

import io.janua.vision.model.Rate;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the photographs before any was compared.
 *
 * @param acquired those with a template
 * @param notAcquired pictures without a face
 * @param severalFaces of the acquired, those that an enrolment of default policy refuses for a second face
 * @param poorQuality of the acquired, those that it refuses for their quality
 * @param unusable files that are no picture, or that the models broke on
 */
record Acquisition(long acquired, long notAcquired, long severalFaces, long poorQuality, List<LeftOut> unusable) {

    Acquisition {
        unusable = List.copyOf(unusable);
    }

    static Acquisition of(List<Photograph> photographs, List<Sample> samples) {
        long acquired = 0;
        long notAcquired = 0;
        long severalFaces = 0;
        long poorQuality = 0;
        List<LeftOut> unusable = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            switch (samples.get(i)) {
                case Sample.Acquired face -> {
                    acquired++;
                    severalFaces += face.severalFaces() ? 1 : 0;
                    poorQuality += face.poorQuality() ? 1 : 0;
                }
                case Sample.NotAcquired _ -> notAcquired++;
                case Sample.Unusable file ->
                    unusable.add(new LeftOut(photographs.get(i).name(), file.why()));
            }
        }
        return new Acquisition(acquired, notAcquired, severalFaces, poorQuality, unusable);
    }

    /** FTA of ISO/IEC 19795-1: of the pictures, those without a template. */
    Rate failureToAcquire() {
        return new Rate(notAcquired, acquired + notAcquired);
    }

    /** False reject rate of transactions of one attempt: FTA + FNMR · (1 − FTA) (ISO/IEC 19795-1). */
    double falseRejectRate(double fnmr) {
        double fta = failureToAcquire().value();
        return fta + fnmr * (1 - fta);
    }
}
