package io.janua.training.detector;

import io.janua.training.net.Net;
import io.janua.training.net.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Features at strides of 8, 16 and 32 pixels, each told what the coarser one sees (Lin et al., "Feature pyramid
 * networks", 2017), and at each cell a score, a box and five landmarks: no anchors (Tian et al., "FCOS", 2019). Names
 * and meaning of the outputs are YuNet's, so that one decoder reads both.
 */
final class DetectorNet {

    static final int[] STRIDES = {8, 16, 32};
    static final int BOX = 4;
    static final int POINTS = 10;

    private static final int NECK = 40;

    private DetectorNet() {}

    static Net create() {
        var net = new Net.Builder();
        String x = net.convolution(Net.INPUT, 3, 8, 3, 2);
        x = net.convolution(x, 8, 24, 3, 2);
        String fine = net.separable(net.convolution(x, 24, 40, 3, 2), 40, 40);
        String middle = net.residual(net.convolution(fine, 40, 64, 3, 2), 64);
        String coarse = net.residual(net.residual(net.convolution(middle, 64, 64, 3, 2), 64), 64);

        String coarseNeck = net.convolution(coarse, 64, NECK, 1, 1);
        String middleNeck = net.sum(net.convolution(middle, 64, NECK, 1, 1), net.enlarge(coarseNeck));
        String fineNeck = net.sum(net.convolution(fine, 40, NECK, 1, 1), net.enlarge(middleNeck));

        head(net, fineNeck, STRIDES[0]);
        head(net, middleNeck, STRIDES[1]);
        head(net, coarseNeck, STRIDES[2]);
        List<String> outputs = new ArrayList<>();
        for (String kind : List.of("cls", "obj", "bbox", "kps")) {
            for (int stride : STRIDES) {
                outputs.add(output(kind, stride));
            }
        }
        return net.build(outputs.stream());
    }

    private static void head(Net.Builder net, String neck, int stride) {
        String x = net.separable(net.separable(neck, NECK, NECK), NECK, NECK);
        String score = net.biased(logit(stride), x, NECK, 1);
        for (String kind : List.of("cls", "obj")) {
            String squashed = net.named(kind + "_squashed_" + stride, new Operation.Squash(), score);
            net.named(output(kind, stride), new Operation.Rows(1), squashed);
        }
        net.named(output("bbox", stride), new Operation.Rows(BOX), net.biased("boxes_" + stride, x, NECK, BOX));
        net.named(output("kps", stride), new Operation.Rows(POINTS), net.biased("points_" + stride, x, NECK, POINTS));
    }

    /** The node whose numbers say how sure a cell is, before they are squashed between 0 and 1. */
    static String logit(int stride) {
        return "score_" + stride;
    }

    static String output(String kind, int stride) {
        return "%s_%d".formatted(kind, stride);
    }
}
