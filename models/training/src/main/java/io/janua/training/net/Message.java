package io.janua.training.net;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protocol buffers message in the making: fields by number, in the order in which they are added. */
final class Message {

    private final ByteString.Output bytes = ByteString.newOutput();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    Message number(int field, long value) {
        return write(() -> out.writeInt64(field, value));
    }

    Message text(int field, String value) {
        return write(() -> out.writeString(field, value));
    }

    Message bytes(int field, ByteString value) {
        return write(() -> out.writeBytes(field, value));
    }

    Message message(int field, Message value) {
        return bytes(field, value.finished());
    }

    ByteString finished() {
        write(out::flush);
        return bytes.toByteString();
    }

    private Message write(Writing writing) {
        try {
            writing.write();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes all", impossible);
        }
        return this;
    }
}
