package io.janua.ops;

import io.janua.database.MigrateCommand;
import io.janua.ops.doctor.DoctorCommand;
import io.janua.vision.model.ModelsCommand;
import io.janua.vision.onnx.OnnxModels;
import io.janua.vision.opencv.OpenCvImageDecoder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.logging.LogManager;

/**
 * Starts the service, and beside it what needs no configuration but takes its time: the native libraries. With the name
 * of a command before everything else, that one is run instead: a container has one executable for all it does.
 */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        // It initialises itself at its first use, and two threads that use it first wait for each other for ever.
        LogManager.getLogManager();
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "migrate" -> MigrateCommand.main(rest(arguments));
            case "models" -> ModelsCommand.main(rest(arguments));
            case "doctor" -> DoctorCommand.main(rest(arguments));
            case "" -> serve(arguments);
            default -> {
                System.err.println("'%s' is none of migrate, models, doctor; without a word the service is started."
                        .formatted(arguments[0]));
                System.exit(2);
            }
        }
    }

    private static void serve(String... arguments) {
        // Whoever needs one of the libraries waits for it, and hears what went wrong.
        Thread.ofPlatform().daemon().name("native-libraries").start(() -> {
            OnnxModels.prepare();
            OpenCvImageDecoder.prepare();
        });
        Quarkus.run(arguments);
    }

    private static String[] rest(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
