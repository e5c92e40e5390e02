package io.janua.vision.onnx;

/** ONNX Runtime refused a tensor or broke: a fault of the service. */
final class InferenceFailed extends RuntimeException {

    InferenceFailed(Throwable cause) {
        super("inference failed", cause);
    }
}
