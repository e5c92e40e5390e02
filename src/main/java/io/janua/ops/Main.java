package io.janua.ops;

import io.janua.vision.onnx.OnnxModels;
import io.janua.vision.opencv.OpenCvImageDecoder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.LogManager;

/** Starts the service, and beside it what needs no configuration but takes its time: the native libraries. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        // It initialises itself at its first use, and two threads that use it first wait for each other for ever.
        LogManager.getLogManager();
        // Whoever needs one of the libraries waits for it, and hears what went wrong.
        Thread.ofPlatform().daemon().name("native-libraries").start(() -> {
            OnnxModels.prepare();
            OpenCvImageDecoder.prepare();
        });
        Quarkus.run(arguments);
    }
}
