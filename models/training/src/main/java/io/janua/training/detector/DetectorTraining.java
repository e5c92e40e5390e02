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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Teaches {@link DetectorNet} to find what the default pack's detector found. */
public final class DetectorTraining {

    /** Blue first, 0 to 255 as they come: the first filters learn the rest. */
    private static final int BLUE_FIRST = 2;

    private static final String NAME = "detector";
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
                TrainingLog log = new TrainingLog(settings.output().resolve(NAME + ".csv"))) {
            var views = new Views(learned);
            long steps = settings.steps(learned.size() / settings.batch());
            TrainingState state =
                    settings.state(NAME, net, manager, SEED, scratch -> input(make(views, learned.size(), 0), scratch));
            learn(state, views, learned.size(), steps, new FoundFaces(held), log);
            DetectorExport.write(net, state.average(), held, settings.output());
        }
    }

    private void learn(
            TrainingState state, Views views, int scenes, long steps, FoundFaces examination, TrainingLog log)
            throws IOException {
        long inEpoch = scenes / settings.batch();
        var schedule = new RateSchedule(settings.rate(PEAK_RATE), inEpoch, steps);
        var optimiser = new AdamW(DECAY, state);
        log.begin(NAME, state.weights().count(), steps, state.steps());
        try (var batches = new Prefetched<>(state.steps(), number -> make(views, scenes, number))) {
            while (state.steps() < steps) {
                float rate = schedule.at(state.steps());
                float loss = learn(state, batches.take());
                optimiser.step(rate);
                log.step(state.steps(), loss, rate, settings.batch());
                if (state.steps() % inEpoch == 0) {
                    state.save(settings.checkpoint(NAME));
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

    private NDArray input(Batch batch, NDManager scratch) {
        return scratch.create(batch.input(), new Shape(settings.batch(), Picture.CHANNELS, View.SIDE, View.SIDE));
    }

    private float learn(TrainingState state, Batch batch) {
        int views = settings.batch();
        try (NDManager scratch = state.manager().newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray input = input(batch, scratch);
            var results = new Runner(net, state.weights()).run(input, true);
            NDArray loss = DetectorLoss.of(results, batch.targets(), views, scratch);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }
}
