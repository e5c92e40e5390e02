package io.janua.training.detector;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.janua.training.TrainingLog;
import io.janua.training.TrainingSettings;
import io.janua.training.data.Picture;
import io.janua.training.data.Prefetched;
import io.janua.training.net.AdamW;
import io.janua.training.net.Net;
import io.janua.training.net.RateSchedule;
import io.janua.training.net.Runner;
import io.janua.training.net.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Teaches {@link DetectorNet} to find what the default pack's detector found. */
public final class DetectorTraining {

    /** Blue first, 0 to 255 as they come: the first filters learn the rest. */
    private static final int BLUE_FIRST = 2;

    private static final float DECAY = 0.03f;
    private static final float PEAK_RATE = 2e-3f;
    private static final long SEED = 20_262;
    private static final int HELD_BACK = 20;

    private final TrainingSettings settings;
    private final Net net = DetectorNet.create();

    private DetectorTraining(TrainingSettings settings) {
        this.settings = settings;
    }

    private record Batch(float[] input, Targets targets) {}

    public static void run(TrainingSettings settings) throws IOException {
        new DetectorTraining(settings).run();
    }

    private void run() throws IOException {
        List<Scene> learned = new ArrayList<>();
        List<Scene> held = new ArrayList<>();
        for (Scene scene : Scene.read(settings.data())) {
            ((learned.size() + held.size()) % HELD_BACK == 0 ? held : learned).add(scene);
        }
        try (NDManager manager = NDManager.newBaseManager();
                TrainingLog log = new TrainingLog(settings.output().resolve("detector.csv"))) {
            Path checkpoint = settings.output().resolve("detector.checkpoint");
            TrainingState state = Files.exists(checkpoint)
                    ? TrainingState.load(net, manager, checkpoint)
                    : TrainingState.begin(net, manager, SEED);
            learn(state, learned, new FoundFaces(held), checkpoint, log);
            DetectorExport.write(net, state.average(), held, settings.output());
        }
    }

    private void learn(
            TrainingState state, List<Scene> scenes, FoundFaces examination, Path checkpoint, TrainingLog log)
            throws IOException {
        var views = new Views(scenes);
        long inEpoch = scenes.size() / settings.batch();
        long steps = settings.steps(inEpoch);
        var schedule = new RateSchedule(PEAK_RATE, inEpoch, steps);
        var optimiser = new AdamW(DECAY, state);
        log.begin("detector", state.weights().count(), steps, state.steps());
        try (var batches = new Prefetched<>(state.steps(), number -> make(views, scenes.size(), number))) {
            while (state.steps() < steps) {
                float rate = schedule.at(state.steps());
                float loss = learn(state, batches.take());
                optimiser.step(rate);
                log.step(state.steps(), loss, rate, settings.batch());
                if (state.steps() % inEpoch == 0) {
                    state.save(checkpoint);
                    examination.report(new Runner(net, state.average()), state.steps() / inEpoch, log);
                }
            }
        }
    }

    /** The same for the same number. */
    private Batch make(Views views, int scenes, long number) {
        var random = new SplittableRandom(SEED + number);
        float[] input = new float[settings.batch() * Picture.CHANNELS * View.SIDE * View.SIDE];
        var targets = new Targets(settings.batch());
        for (int i = 0; i < settings.batch(); i++) {
            View view = views.make(random.nextInt(scenes), random);
            write(view.picture(), input, i);
            targets.set(i, view.faces());
        }
        return new Batch(input, targets);
    }

    static void write(Picture picture, float[] input, int index) {
        int each = Picture.CHANNELS * picture.width() * picture.height();
        picture.planes(input, index * each, BLUE_FIRST, 1, 0);
    }

    private float learn(TrainingState state, Batch batch) {
        int views = settings.batch();
        try (NDManager scratch = state.manager().newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray input = scratch.create(batch.input(), new Shape(views, Picture.CHANNELS, View.SIDE, View.SIDE));
            var results = new Runner(net, state.weights()).run(input, true);
            NDArray loss = DetectorLoss.of(results, batch.targets(), views, scratch);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }
}
