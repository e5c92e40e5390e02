package io.janua.training.net;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Filters and biases in a file of {@link OnnxFile}: normalisations have become part of them. */
final class OnnxNumbers {

    private static final int GRAPH = 7;
    private static final int CONSTANT = 5;
    private static final int NAME = 8;
    private static final int BYTES = 9;

    private OnnxNumbers() {}

    /**
     * @return by the names that {@link Weights} have for them
     * @throws IOException for a file that cannot be read, or is no ONNX file
     */
    static Map<String, float[]> read(Path file) throws IOException {
        Map<String, float[]> numbers = new HashMap<>();
        try {
            for (ByteString graph : fields(ByteString.copyFrom(Files.readAllBytes(file)), GRAPH)) {
                for (ByteString constant : fields(graph, CONSTANT)) {
                    String name = fields(constant, NAME).getFirst().toStringUtf8();
                    boolean half = name.endsWith(OnnxFile.HALF_NAME);
                    String plain = half ? name.substring(0, name.length() - OnnxFile.HALF_NAME.length()) : name;
                    if (plain.endsWith(Weights.FILTER) || plain.endsWith(Weights.BIAS)) {
                        numbers.put(plain, floats(fields(constant, BYTES).getFirst(), half));
                    }
                }
            }
        } catch (InvalidProtocolBufferException unreadable) {
            throw new IOException("%s is no ONNX file".formatted(file), unreadable);
        }
        return numbers;
    }

    private static float[] floats(ByteString bytes, boolean half) {
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.size() / (half ? Short.BYTES : Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = half ? Float.float16ToFloat(buffer.getShort()) : buffer.getFloat();
        }
        return values;
    }

    /** What stands in a message under a number, each time that it does. */
    private static List<ByteString> fields(ByteString message, int number) throws IOException {
        List<ByteString> found = new ArrayList<>();
        CodedInputStream in = message.newCodedInput();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            boolean bytes = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (bytes && WireFormat.getTagFieldNumber(tag) == number) {
                found.add(in.readBytes());
            } else {
                in.skipField(tag);
            }
        }
        return found;
    }
}
