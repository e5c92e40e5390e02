package io.janua.vision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What is measured of a face image. The names are those of ISO/IEC 29794-5; every value runs from 0 (useless) to 100
 * (no objection). The mappings from raw figures to 0..100 are Janua's own, see docs/explanation/quality.md.
 */
public enum QualityMeasure {
    INTER_EYE_DISTANCE("interEyeDistance", "Move closer to the camera"),
    SHARPNESS("sharpness", "Hold still, and wipe or focus the lens"),
    HEAD_POSE_YAW("headPoseYaw", "Face the camera"),
    HEAD_POSE_PITCH("headPosePitch", "Hold the head level and face the camera"),
    HEAD_POSE_ROLL("headPoseRoll", "Hold the head upright"),
    UNDER_EXPOSURE_PREVENTION("underExposurePrevention", "More light on the face"),
    OVER_EXPOSURE_PREVENTION("overExposurePrevention", "Less light on the face"),
    LUMINANCE_MEAN("luminanceMean", "Light the face neither too dark nor too bright"),
    LEFTWARD_CROP("leftwardCropOfTheFaceImage", "Move into the middle of the picture"),
    RIGHTWARD_CROP("rightwardCropOfTheFaceImage", "Move into the middle of the picture"),
    MARGIN_ABOVE("marginAboveOfTheFaceImage", "Move into the middle of the picture"),
    MARGIN_BELOW("marginBelowOfTheFaceImage", "Move into the middle of the picture"),
    ILLUMINATION_UNIFORMITY("illuminationUniformity", null),
    DYNAMIC_RANGE("dynamicRange", null),
    SINGLE_FACE_PRESENT("singleFacePresent", null);

    private final String wireName;
    private final String advice;

    QualityMeasure(String wireName, String advice) {
        this.wireName = wireName;
        this.advice = advice;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What a person before the camera can do about a low value; empty for measures that only inform. */
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }
}
