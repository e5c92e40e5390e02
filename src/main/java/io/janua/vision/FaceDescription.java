package io.janua.vision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told and kept of a detected face: no pixels, and nothing that could be compared. */
@Schema(name = "Face")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceDescription(
        @Schema(description = "Pixels of the upright image") Box box,

        @Schema(description = "Right and left are the person's own")
        Marks landmarks,

        @Schema(description = "Degrees, estimated") Pose pose,
        Quality quality,

        @Schema(description = "Absent when presentation attack detection did not run") @Nullable
        LivenessResult liveness) {

    @Schema(name = "Box")
    public record Box(double x, double y, double width, double height, double confidence) {}

    @Schema(name = "Landmarks")
    public record Marks(Point rightEye, Point leftEye, Point noseTip, Point rightMouthCorner, Point leftMouthCorner) {}

    @Schema(name = "Pose")
    public record Pose(
            @Schema(description = "Positive: turned to the person's own left")
            double yaw,

            @Schema(description = "Positive: looking down") double pitch,

            @Schema(description = "Positive: tilted to the person's own left shoulder")
            double roll) {}

    @Schema(name = "Quality")
    public record Quality(
            @Schema(description = "The lowest of the measures that can refuse a face, 0 to 100")
            int score,

            @Schema(description = "0 to 100 by the names of ISO/IEC 29794-5")
            Map<QualityMeasure, Integer> measures,

            @Schema(description = "What the person can do, worst first")
            List<String> advice,

            @Schema(description = "A stable code for each advice, in the same order")
            List<Advice> adviceCodes) {

        public Quality {
            // Faces that were enrolled before there were codes.
            adviceCodes = adviceCodes == null ? Advice.of(advice) : adviceCodes;
        }

        static Quality of(FaceQuality quality) {
            List<Advice> advice = QualityLevel.STRICT.objections(quality);
            return new Quality(
                    quality.score(),
                    quality.measures(),
                    advice.stream().map(Advice::text).toList(),
                    advice);
        }
    }

    @Schema(name = "Liveness")
    public record LivenessResult(
            boolean live,
            @Schema(description = "Above 0 is live") double score) {}

    public static FaceDescription of(Face face) {
        FaceBox box = face.detected().box();
        Landmarks marks = face.detected().landmarks();
        return new FaceDescription(
                new Box(
                        rounded(box.x()),
                        rounded(box.y()),
                        rounded(box.width()),
                        rounded(box.height()),
                        rounded(box.confidence())),
                new Marks(
                        rounded(marks.rightEye()),
                        rounded(marks.leftEye()),
                        rounded(marks.noseTip()),
                        rounded(marks.rightMouthCorner()),
                        rounded(marks.leftMouthCorner())),
                new Pose(
                        rounded(face.pose().yaw()),
                        rounded(face.pose().pitch()),
                        rounded(face.pose().roll())),
                Quality.of(face.quality()),
                face.liveness()
                        .map(liveness -> new LivenessResult(liveness.live(), rounded(liveness.score())))
                        .orElse(null));
    }

    private static Point rounded(Point point) {
        return new Point(rounded(point.x()), rounded(point.y()));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
