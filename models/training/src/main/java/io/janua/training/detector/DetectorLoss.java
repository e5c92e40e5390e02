package io.janua.training.detector;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/**
 * The focal loss of the score (Lin et al., "Focal loss for dense object detection", 2017), one less the overlap of the
 * boxes and the distance of their middles (Zheng et al., "Distance-IoU loss", 2020), and the distances of the landmarks
 * as shares of the face. Each is a mean over the cells with a face.
 */
final class DetectorLoss {

    private static final float BOX_WEIGHT = 1.5f;
    private static final float POINTS_WEIGHT = 24;
    private static final float MOST_LOG = 4;
    private static final float TINY = 1e-6f;

    private DetectorLoss() {}

    static NDArray of(Map<String, NDArray> results, Targets targets, int views, NDManager scratch) {
        NDArray wanted = scratch.create(targets.wanted, new Shape(views, Targets.CELLS, 1));
        NDArray counted = scratch.create(targets.counted, new Shape(views, Targets.CELLS, 1));
        NDArray sizes = scratch.create(targets.sizes, new Shape(views, Targets.CELLS, 1));
        NDArray boxes = scratch.create(targets.boxes, new Shape(views, Targets.CELLS, DetectorNet.BOX));
        NDArray points = scratch.create(targets.points, new Shape(views, Targets.CELLS, DetectorNet.POINTS));
        float positives = Math.max(1, wanted.sum().getFloat());

        NDArray score = score(joined(results, "score", views, 1), wanted, counted);
        NDArray box =
                boxes(joined(results, "bbox", views, DetectorNet.BOX), boxes).mul(wanted);
        NDArray apart = joined(results, "kps", views, DetectorNet.POINTS)
                .sub(points)
                .div(sizes)
                .square()
                .add(1e-5f)
                .sqrt()
                .mean(new int[] {2}, true)
                .mul(wanted);
        return score.sum()
                .add(box.sum().mul(BOX_WEIGHT))
                .add(apart.sum().mul(POINTS_WEIGHT))
                .div(positives);
    }

    private static NDArray joined(Map<String, NDArray> results, String kind, int views, int numbers) {
        var levels = new NDList();
        for (int stride : DetectorNet.STRIDES) {
            NDArray level = results.get(DetectorNet.output(kind, stride));
            levels.add(level.reshape(views, -1, numbers));
        }
        return NDArrays.concat(levels, 1);
    }

    private static NDArray score(NDArray logits, NDArray wanted, NDArray counted) {
        NDArray entropy = NDArrays.maximum(logits, 0f)
                .sub(logits.mul(wanted))
                .add(logits.abs().neg().exp().add(1).log());
        NDArray missed = wanted.sub(logits.getNDArrayInternal().sigmoid());
        return entropy.mul(missed.square()).mul(counted);
    }

    private static NDArray boxes(NDArray found, NDArray wanted) {
        NDArray x = part(found, 0);
        NDArray y = part(found, 1);
        NDArray width = part(found, 2).clip(-MOST_LOG, MOST_LOG).exp();
        NDArray height = part(found, 3).clip(-MOST_LOG, MOST_LOG).exp();
        NDArray wantedX = part(wanted, 0);
        NDArray wantedY = part(wanted, 1);
        NDArray wantedWidth = part(wanted, 2).exp();
        NDArray wantedHeight = part(wanted, 3).exp();

        NDArray shared = shared(x, width, wantedX, wantedWidth).mul(shared(y, height, wantedY, wantedHeight));
        NDArray all =
                width.mul(height).add(wantedWidth.mul(wantedHeight)).sub(shared).add(TINY);
        NDArray diagonal = hull(x, width, wantedX, wantedWidth)
                .square()
                .add(hull(y, height, wantedY, wantedHeight).square())
                .add(TINY);
        NDArray apart = x.sub(wantedX).square().add(y.sub(wantedY).square()).div(diagonal);
        return shared.div(all).neg().add(1).add(apart);
    }

    private static NDArray shared(NDArray middle, NDArray length, NDArray otherMiddle, NDArray otherLength) {
        NDArray end = NDArrays.minimum(middle.add(length.div(2)), otherMiddle.add(otherLength.div(2)));
        NDArray begin = NDArrays.maximum(middle.sub(length.div(2)), otherMiddle.sub(otherLength.div(2)));
        return NDArrays.maximum(end.sub(begin), 0f);
    }

    private static NDArray hull(NDArray middle, NDArray length, NDArray otherMiddle, NDArray otherLength) {
        NDArray end = NDArrays.maximum(middle.add(length.div(2)), otherMiddle.add(otherLength.div(2)));
        NDArray begin = NDArrays.minimum(middle.sub(length.div(2)), otherMiddle.sub(otherLength.div(2)));
        return end.sub(begin);
    }

    private static NDArray part(NDArray boxes, int index) {
        return boxes.get(":, :, %d:%d".formatted(index, index + 1));
    }
}
