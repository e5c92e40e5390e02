package io.janua.training.net;

import ai.djl.ndarray.NDArray;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Net} as an ONNX file (operator set 13). Normalisations become part of the filters before them:
 * {@code filter * scale / sqrt(variance + epsilon)}. Numbers of the fields are those of onnx.proto.
 */
public final class OnnxFile {

    private static final int IR_VERSION = 7;
    private static final int OPERATORS = 13;
    private static final int FLOAT = 1;
    private static final int INTEGER = 7;
    private static final int HALF = 10;
    /** What the name of numbers ends with that are kept in 16 bits. */
    static final String HALF_NAME = ".half";

    private static final int ATTRIBUTE_INTEGER = 2;
    private static final int ATTRIBUTE_TEXT = 3;
    private static final int ATTRIBUTE_INTEGERS = 7;

    private final Net net;
    private final Weights weights;
    private final boolean half;
    private final Message graph = new Message();
    private final List<Message> constants = new ArrayList<>();

    private OnnxFile(Net net, Weights weights, boolean half) {
        this.net = net;
        this.weights = weights;
        this.half = half;
    }

    /**
     * @param input name and dimensions of what goes in, with a word where any number will do
     * @param half whether filters are kept in 16 bits: half the file; the engine makes them 32 bits when it loads
     */
    public static void write(Net net, Weights weights, List<String> input, boolean half, Path file) throws IOException {
        Files.write(file, new OnnxFile(net, weights, half).model(input).toByteArray());
    }

    /** What is in the file, with results of steps within as further outputs: two messages in a row are one. */
    static byte[] telling(Path file, List<String> within) throws IOException {
        var more = new Message();
        within.forEach(name -> more.message(12, described(name, List.of())));
        return ByteString.copyFrom(Files.readAllBytes(file))
                .concat(new Message().message(7, more).finished())
                .toByteArray();
    }

    private ByteString model(List<String> input) {
        net.nodes().forEach(this::add);
        graph.text(2, "janua");
        constants.forEach(constant -> graph.message(5, constant));
        graph.message(11, described(Net.INPUT, input));
        for (String output : net.outputs()) {
            graph.message(12, described(output, List.of()));
        }
        return new Message()
                .number(1, IR_VERSION)
                .text(2, "janua-training")
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPERATORS))
                .finished();
    }

    private void add(Node node) {
        List<String> inputs = new ArrayList<>(node.inputs());
        switch (node.operation()) {
            case Operation.Convolution convolution -> {
                inputs.addAll(folded(node.name(), convolution));
                long kernel = convolution.kernel();
                long padding = convolution.padding();
                operator(
                        node,
                        "Conv",
                        inputs,
                        integers("kernel_shape", kernel, kernel),
                        integers("strides", convolution.stride(), convolution.stride()),
                        integers("pads", padding, padding, padding, padding),
                        integer("group", convolution.groups()));
            }
            case Operation.Rectify _ -> operator(node, "Relu", inputs);
            case Operation.Sum _ -> operator(node, "Add", inputs);
            case Operation.Enlarge _ -> {
                inputs.add("");
                inputs.add(floats(node.name() + ".scales", new float[] {1, 1, 2, 2}, false, 4));
                operator(
                        node,
                        "Resize",
                        inputs,
                        text("mode", "nearest"),
                        text("coordinate_transformation_mode", "asymmetric"),
                        text("nearest_mode", "floor"));
            }
            case Operation.Flatten _ -> operator(node, "Flatten", inputs, integer("axis", 1));
            case Operation.Project project -> {
                inputs.add(floats(
                        node.name() + Weights.FILTER,
                        values(node, Weights.FILTER),
                        half,
                        project.to(),
                        project.from()));
                inputs.add(floats(node.name() + Weights.BIAS, values(node, Weights.BIAS), false, project.to()));
                operator(node, "Gemm", inputs, integer("transB", 1));
            }
            case Operation.Squash _ -> operator(node, "Sigmoid", inputs);
            case Operation.WithMirrored _ -> {
                String mirrored = node.name() + ".mirrored";
                inputs.add(longs(node.name() + ".from", -1));
                inputs.add(longs(node.name() + ".to", Long.MIN_VALUE));
                inputs.add(longs(node.name() + ".across", 3));
                inputs.add(longs(node.name() + ".step", -1));
                graph.message(1, operator("Slice", inputs, mirrored));
                operator(node, "Concat", List.of(node.inputs().getFirst(), mirrored), integer("axis", 0));
            }
            case Operation.Halved _ -> {
                List<String> halves = List.of(node.name() + ".first", node.name() + ".second");
                graph.message(1, operator("Split", inputs, halves, integer("axis", 0)));
                operator(node, "Add", halves);
            }
            case Operation.Rows rows -> {
                String turned = node.name() + ".turned";
                graph.message(1, operator("Transpose", inputs, turned, integers("perm", 0, 2, 3, 1)));
                String shape = longs(node.name() + ".shape", 0, -1, rows.channels());
                operator(node, "Reshape", List.of(turned, shape));
            }
        }
    }

    private List<String> folded(String name, Operation.Convolution convolution) {
        float[] filter = weights.get(name + Weights.FILTER).toFloatArray();
        float[] bias = weights.get(name + Weights.BIAS).toFloatArray();
        if (convolution.normalised()) {
            float[] scale = weights.get(name + Weights.SCALE).toFloatArray();
            float[] mean = weights.get(name + Weights.MEAN).toFloatArray();
            float[] variance = weights.get(name + Weights.VARIANCE).toFloatArray();
            int each = filter.length / convolution.to();
            for (int channel = 0; channel < convolution.to(); channel++) {
                double factor = scale[channel] / Math.sqrt(variance[channel] + Runner.EPSILON);
                bias[channel] -= (float) (mean[channel] * factor);
                for (int i = channel * each; i < (channel + 1) * each; i++) {
                    filter[i] *= (float) factor;
                }
            }
        }
        int kernel = convolution.kernel();
        return List.of(
                floats(
                        name + Weights.FILTER,
                        filter,
                        half,
                        convolution.to(),
                        convolution.from() / convolution.groups(),
                        kernel,
                        kernel),
                floats(name + Weights.BIAS, bias, false, convolution.to()));
    }

    private float[] values(Node node, String part) {
        NDArray array = weights.get(node.name() + part);
        return array.toFloatArray();
    }

    /** @return the name under which a node finds these numbers */
    private String floats(String name, float[] values, boolean small, long... dimensions) {
        if (!small) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            constants.add(tensor(name, FLOAT, bytes, dimensions));
            return name;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        String kept = name + HALF_NAME;
        constants.add(tensor(kept, HALF, bytes.flip(), dimensions));
        graph.message(1, operator("Cast", List.of(kept), name, integer("to", FLOAT)));
        return name;
    }

    /** @return the name under which a node finds these numbers */
    private String longs(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        constants.add(tensor(name, INTEGER, bytes, values.length));
        return name;
    }

    private static Message tensor(String name, int type, ByteBuffer bytes, long... dimensions) {
        var tensor = new Message();
        for (long dimension : dimensions) {
            tensor.number(1, dimension);
        }
        return tensor.number(2, type).text(8, name).bytes(9, ByteString.copyFrom(bytes.rewind()));
    }

    private void operator(Node node, String kind, List<String> inputs, Message... attributes) {
        graph.message(1, operator(kind, inputs, node.name(), attributes));
    }

    private static Message operator(String kind, List<String> inputs, String output, Message... attributes) {
        return operator(kind, inputs, List.of(output), attributes);
    }

    private static Message operator(String kind, List<String> inputs, List<String> outputs, Message... attributes) {
        var operator = new Message();
        inputs.forEach(input -> operator.text(1, input));
        outputs.forEach(output -> operator.text(2, output));
        operator.text(3, outputs.getFirst()).text(4, kind);
        for (Message attribute : attributes) {
            operator.message(5, attribute);
        }
        return operator;
    }

    private static Message integer(String name, long value) {
        return new Message().text(1, name).number(3, value).number(20, ATTRIBUTE_INTEGER);
    }

    private static Message text(String name, String value) {
        return new Message().text(1, name).text(4, value).number(20, ATTRIBUTE_TEXT);
    }

    private static Message integers(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, ATTRIBUTE_INTEGERS);
    }

    private static Message described(String name, List<String> dimensions) {
        var shape = new Message();
        for (String dimension : dimensions) {
            var described = new Message();
            shape.message(
                    1,
                    Character.isDigit(dimension.charAt(0))
                            ? described.number(1, Long.parseLong(dimension))
                            : described.text(2, dimension));
        }
        var tensor = new Message().number(1, FLOAT);
        if (!dimensions.isEmpty()) {
            tensor.message(2, shape);
        }
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }
}
