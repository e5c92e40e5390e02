package io.janua.vision;

import java.util.EnumMap;
import java.util.Map;

/** Measures a face. Raw figures come from the landmarks and from the luminance of the aligned crop. */
final class QualityAssessor {

    /** The part of the aligned crop that is skin on an upright face: from brow to chin, ear to ear. */
    private static final int FACE_LEFT = 24;

    private static final int FACE_RIGHT = 88;
    private static final int FACE_TOP = 32;
    private static final int FACE_BOTTOM = 104;

    private QualityAssessor() {}

    /** @param secondLargestArea area of the next largest face in the image, 0 when the face is alone */
    static FaceQuality assess(
            Image image, DetectedFace face, HeadPose pose, AlignedFace aligned, double secondLargestArea) {
        Luminance luminance = Luminance.of(aligned.pixels(), FACE_LEFT, FACE_TOP, FACE_RIGHT, FACE_BOTTOM);
        Map<QualityMeasure, Integer> measures = new EnumMap<>(QualityMeasure.class);
        // The embedder sees 35 pixels between the eyes; half of that still carries most of a face.
        measures.put(QualityMeasure.INTER_EYE_DISTANCE, rising(face.landmarks().interEyeDistance(), 22, 4));
        measures.put(QualityMeasure.SHARPNESS, rising(Math.log10(1 + luminance.laplacianVariance()), 1.6, 0.2));
        measures.put(QualityMeasure.HEAD_POSE_YAW, frontal(pose.yaw()));
        measures.put(QualityMeasure.HEAD_POSE_PITCH, frontal(pose.pitch()));
        measures.put(QualityMeasure.HEAD_POSE_ROLL, frontal(pose.roll()));
        measures.put(QualityMeasure.UNDER_EXPOSURE_PREVENTION, 100 - rising(luminance.shareBelow(26), 0.7, 0.07));
        measures.put(QualityMeasure.OVER_EXPOSURE_PREVENTION, 100 - rising(luminance.shareAbove(246), 0.4, 0.06));
        measures.put(
                QualityMeasure.LUMINANCE_MEAN,
                Math.min(rising(luminance.mean(), 36, 8), 100 - rising(luminance.mean(), 226, 7)));
        measures.put(QualityMeasure.ILLUMINATION_UNIFORMITY, percent(luminance.sideAgreement()));
        measures.put(QualityMeasure.DYNAMIC_RANGE, percent(luminance.entropyBits() / 8));
        measures.put(
                QualityMeasure.SINGLE_FACE_PRESENT,
                percent(1 - secondLargestArea / face.box().area()));
        margins(image, face.box(), measures);
        return new FaceQuality(measures);
    }

    /** Each is 100 while the face's edge is inside of the image, and 0 when the image ends at the face's middle. */
    private static void margins(Image image, FaceBox box, Map<QualityMeasure, Integer> measures) {
        Point centre = box.centre();
        double halfWidth = box.width() / 2;
        double halfHeight = box.height() / 2;
        measures.put(QualityMeasure.LEFTWARD_CROP, percent(centre.x() / halfWidth));
        measures.put(QualityMeasure.RIGHTWARD_CROP, percent((image.width() - centre.x()) / halfWidth));
        measures.put(QualityMeasure.MARGIN_ABOVE, percent(centre.y() / halfHeight));
        measures.put(QualityMeasure.MARGIN_BELOW, percent((image.height() - centre.y()) / halfHeight));
    }

    /** cos² of the angle, as ISO/IEC 29794-5 maps head poses; 0 beyond a right angle. */
    private static int frontal(double degrees) {
        double cosine = Math.max(0, Math.cos(Math.toRadians(degrees)));
        return percent(cosine * cosine);
    }

    private static int rising(double raw, double middle, double width) {
        return percent(1 / (1 + Math.exp((middle - raw) / width)));
    }

    private static int percent(double share) {
        return (int) Math.round(100 * Math.clamp(share, 0, 1));
    }
}
