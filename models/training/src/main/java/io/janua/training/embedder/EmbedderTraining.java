package io.janua.training.embedder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.janua.training.TrainingLog;
import io.janua.training.TrainingSettings;
import io.janua.training.data.Archives;
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

/**
 * Teaches {@link EmbedderNet} to answer as the default pack's embedder does, on faces without names.
 *
 * <p>The loss: 1 - cosine to the teacher's answer, and the mean square of how much each similarity between two faces of
 * the batch differs from the teacher's, since similarities are what a user of templates reads; and how much is missed
 * of the {@link Hint hints}.
 */
public final class EmbedderTraining {

    private static final String NAME = "embedder";
    private static final float PAIRS_WEIGHT = 6;
    private static final float HINT_WEIGHT = 0.5f;
    private static final float DECAY = 0.05f;
    private static final float PEAK_RATE = 2e-3f;
    private static final long SEED = 20_261;

    /** Each so-manieth face is not learned from, but shows how well others are known. */
    private static final int HELD_BACK = 50;

    private final TrainingSettings settings;
    private final Net net = EmbedderNet.asTaught();

    private EmbedderTraining(TrainingSettings settings) {
        this.settings = settings;
    }

    public static void run(TrainingSettings settings) throws IOException {
        new EmbedderTraining(settings).run();
    }

    private void run() throws IOException {
        List<Picture> learned = new ArrayList<>();
        List<Picture> held = new ArrayList<>();
        for (Picture face :
                Archives.read(settings.data(), "faces-112-", picture -> picture).values()) {
            ((learned.size() + held.size()) % HELD_BACK == 0 ? held : learned).add(face);
        }
        try (Teacher teacher = new Teacher(settings.teachers().resolve("mobilefacenet_arcface_128.onnx"));
                NDManager manager = NDManager.newBaseManager();
                TrainingLog log = new TrainingLog(settings.output().resolve(NAME + ".csv"))) {
            var lessons = new Lessons(learned, teacher::answer, settings.batch(), SEED);
            long steps = settings.steps(lessons.batchesInEpoch());
            TrainingState state = settings.state(NAME, net, manager, SEED, scratch -> input(lessons.make(0), scratch));
            learn(state, lessons, steps, new Examination(held, teacher), log);
            EmbedderExport.write(state.average(), held, settings.output());
        }
    }

    private void learn(TrainingState state, Lessons lessons, long steps, Examination examination, TrainingLog log)
            throws IOException {
        var schedule = new RateSchedule(settings.rate(PEAK_RATE), lessons.batchesInEpoch(), steps);
        var optimiser = new AdamW(DECAY, state);
        log.begin(NAME, state.weights().count(), steps, state.steps());
        try (var batches = new Prefetched<>(state.steps(), lessons::make)) {
            while (state.steps() < steps) {
                float rate = schedule.at(state.steps());
                float loss = learn(state, batches.take());
                optimiser.step(rate);
                log.step(state.steps(), loss, rate, settings.batch());
                if (state.steps() % lessons.batchesInEpoch() == 0) {
                    state.save(settings.checkpoint(NAME));
                    log.epoch(
                            state.steps() / lessons.batchesInEpoch(),
                            "cosine to the teacher",
                            examination.meanCosine(new Runner(net, state.average())));
                }
            }
        }
    }

    private float learn(TrainingState state, Lessons.Batch batch) {
        try (NDManager scratch = state.manager().newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray input = input(batch, scratch);
            NDArray target = scratch.create(batch.target(), new Shape(settings.batch(), EmbedderNet.DIMENSIONS));
            var results = new Runner(net, state.weights()).run(input, true);
            NDArray unit = unit(results.get(EmbedderNet.EMBEDDING));
            NDArray cosines = unit.mul(target).sum(new int[] {1});
            NDArray pairs = unit.matMul(unit.transpose()).sub(target.matMul(target.transpose()));
            NDArray loss = cosines.mean().neg().add(1).add(pairs.square().mean().mul(PAIRS_WEIGHT));
            for (int i = 0; i < EmbedderNet.HINTS.size(); i++) {
                Hint hint = EmbedderNet.HINTS.get(i);
                NDArray missed =
                        hint.missed(results.get(hint.name()), batch.hints().get(i), scratch);
                loss = loss.add(missed.mul(HINT_WEIGHT));
            }
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    private NDArray input(Lessons.Batch batch, NDManager scratch) {
        return scratch.create(batch.input(), new Shape(settings.batch(), Picture.CHANNELS, Lessons.SIDE, Lessons.SIDE));
    }

    private static NDArray unit(NDArray rows) {
        return rows.div(rows.square().sum(new int[] {1}, true).add(1e-9f).sqrt());
    }
}
