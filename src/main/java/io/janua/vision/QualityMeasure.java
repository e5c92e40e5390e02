package io.janua.vision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What is measured of a face image. The names are those of ISO/IEC 29794-5; every value runs from 0 (useless) to 100
 * (no objection). The mappings from raw figures to 0..100 are Janua's own, see docs/explanation/quality.md.
 */
public enum QualityMeasure {
    INTER_EYE_DISTANCE("interEyeDistance", Advice.MOVE_CLOSER),
    SHARPNESS("sharpness", Advice.HOLD_STILL),
    HEAD_POSE_YAW("headPoseYaw", Advice.FACE_THE_CAMERA),
    HEAD_POSE_PITCH("headPosePitch", Advice.LEVEL_THE_HEAD),
    HEAD_POSE_ROLL("headPoseRoll", Advice.HOLD_THE_HEAD_UPRIGHT),
    UNDER_EXPOSURE_PREVENTION("underExposurePrevention", Advice.MORE_LIGHT),
    OVER_EXPOSURE_PREVENTION("overExposurePrevention", Advice.LESS_LIGHT),
    LUMINANCE_MEAN("luminanceMean", Advice.EVEN_LIGHT),
    LEFTWARD_CROP("leftwardCropOfTheFaceImage", Advice.MOVE_TO_THE_MIDDLE),
    RIGHTWARD_CROP("rightwardCropOfTheFaceImage", Advice.MOVE_TO_THE_MIDDLE),
    MARGIN_ABOVE("marginAboveOfTheFaceImage", Advice.MOVE_TO_THE_MIDDLE),
    MARGIN_BELOW("marginBelowOfTheFaceImage", Advice.MOVE_TO_THE_MIDDLE),
    ILLUMINATION_UNIFORMITY("illuminationUniformity", null),
    DYNAMIC_RANGE("dynamicRange", null),
    SINGLE_FACE_PRESENT("singleFacePresent", null);

    private final String wireName;
    private final Advice advice;

    QualityMeasure(String wireName, Advice advice) {
        this.wireName = wireName;
        this.advice = advice;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What a person before the camera can do about a low value; empty for measures that only inform. */
    public Optional<Advice> advice() {
        return Optional.ofNullable(advice);
    }
}
