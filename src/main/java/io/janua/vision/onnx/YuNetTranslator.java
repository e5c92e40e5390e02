package io.janua.vision.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.janua.vision.DetectedFace;
import io.janua.vision.FaceBox;
import io.janua.vision.Landmarks;
import io.janua.vision.Point;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Input: BGR, 0 to 255, sides multiples of 32. Output: for each of the strides 8, 16 and 32 the class score, the
 * objectness, the box and the landmarks of every cell (Wu, Peng and Yu, "YuNet: a tiny millisecond-level face
 * detector", 2023).
 */
final class YuNetTranslator implements NoBatchifyTranslator<Letterbox, List<DetectedFace>> {

    private static final int[] STRIDES = {8, 16, 32};
    private static final double MIN_CONFIDENCE = 0.6;

    private ByteBuffer planes = ByteBuffer.allocateDirect(0);

    /** Belongs to one predictor, so the buffer is reused: allocating 5 MB of zeros costs as much as filling it. */
    @Override
    public NDList processInput(TranslatorContext context, Letterbox input) {
        int width = input.paddedWidth();
        int height = input.paddedHeight();
        int bytes = 3 * Float.BYTES * width * height;
        if (planes.capacity() < bytes) {
            planes = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        input.image().writePlanes(input.scaledWidth(), input.scaledHeight(), width, height, planes);
        context.setAttachment("input", input);
        ByteBuffer exact = planes.slice(0, bytes).order(ByteOrder.nativeOrder());
        return new NDList(
                context.getNDManager().create(exact.asFloatBuffer(), new Shape(1, 3, height, width), DataType.FLOAT32));
    }

    @Override
    public List<DetectedFace> processOutput(TranslatorContext context, NDList outputs) {
        var input = (Letterbox) context.getAttachment("input");
        List<DetectedFace> faces = new ArrayList<>();
        for (int scale = 0; scale < STRIDES.length; scale++) {
            collect(scale, input, outputs, faces);
        }
        return faces;
    }

    private static void collect(int scale, Letterbox input, NDList outputs, List<DetectedFace> faces) {
        float[] classes = outputs.get(scale).toFloatArray();
        float[] objects = outputs.get(STRIDES.length + scale).toFloatArray();
        float[] boxes = null;
        float[] points = null;
        for (int cell = 0; cell < classes.length; cell++) {
            double confidence = Math.sqrt(Math.clamp(classes[cell], 0f, 1f) * Math.clamp(objects[cell], 0f, 1f));
            if (confidence < MIN_CONFIDENCE) {
                continue;
            }
            if (boxes == null) {
                // Fourteen of a cell's sixteen numbers, and most strides have no face: `./janua bench` shows it.
                boxes = outputs.get(2 * STRIDES.length + scale).toFloatArray();
                points = outputs.get(3 * STRIDES.length + scale).toFloatArray();
            }
            faces.add(face(cell, STRIDES[scale], input, confidence, boxes, points));
        }
    }

    private static DetectedFace face(
            int cell, int stride, Letterbox input, double confidence, float[] boxes, float[] points) {
        int columns = input.paddedWidth() / stride;
        int column = cell % columns;
        int row = cell / columns;
        double across = stride * input.pixelsAcross();
        double down = stride * input.pixelsDown();
        double width = Math.exp(boxes[4 * cell + 2]) * across;
        double height = Math.exp(boxes[4 * cell + 3]) * down;
        double left = (column + boxes[4 * cell]) * across - width / 2;
        double top = (row + boxes[4 * cell + 1]) * down - height / 2;
        Point[] marks = new Point[5];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = new Point(
                    (column + points[10 * cell + 2 * i]) * across, (row + points[10 * cell + 2 * i + 1]) * down);
        }
        return new DetectedFace(
                new FaceBox(left, top, width, height, confidence),
                new Landmarks(marks[0], marks[1], marks[2], marks[3], marks[4]));
    }
}
