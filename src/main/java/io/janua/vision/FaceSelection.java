package io.janua.vision;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.problem.Problems;
import java.util.List;

/** Which of the detected faces is meant. */
public enum FaceSelection {
    /** The largest face wins: at a kiosk somebody often stands behind the person. */
    @JsonProperty("largest")
    LARGEST,
    /** Exactly one, except that faces far in the background are overlooked. */
    @JsonProperty("single")
    SINGLE;

    /** A face with less than this share of the largest face's area is somebody in the background. */
    private static final double BACKGROUND_AREA_SHARE = 0.25;

    /**
     * @param largestFirst at least one
     * @throws io.janua.problem.Problem {@code no_face} or {@code many_faces}
     */
    DetectedFace choose(List<DetectedFace> largestFirst) {
        if (largestFirst.isEmpty()) {
            throw Problems.noFace();
        }
        DetectedFace largest = largestFirst.getFirst();
        if (this == SINGLE && largestFirst.size() > 1) {
            double rivalArea = largestFirst.get(1).box().area();
            if (!isAlone(largest.box().area(), rivalArea)) {
                throw Problems.manyFaces(largestFirst.size());
            }
        }
        return largest;
    }

    /** @param rivalArea of the largest other face, 0 where there is none */
    static boolean isAlone(double area, double rivalArea) {
        return rivalArea < BACKGROUND_AREA_SHARE * area;
    }
}
