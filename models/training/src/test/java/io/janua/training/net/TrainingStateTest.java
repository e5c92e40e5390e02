package io.janua.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingStateTest {

    @TempDir
    Path folder;

    @Test
    void goesOnAsIfNothingHadBeen() throws IOException {
        Net net = net(4);
        Path file = folder.resolve("checkpoint");
        try (NDManager manager = NDManager.newBaseManager()) {
            var state = TrainingState.begin(net, manager, 1);
            learn(net, state, 3);
            state.save(file);
            var resumed = TrainingState.load(net, manager, file);
            learn(net, state, 2);
            learn(net, resumed, 2);

            assertThat(resumed.steps()).isEqualTo(5);
            resumed.weights().arrays().forEach((name, array) -> assertThat(array.toFloatArray())
                    .as(name)
                    .containsExactly(state.weights().get(name).toFloatArray()));
            resumed.average().arrays().forEach((name, array) -> assertThat(array.toFloatArray())
                    .as(name)
                    .containsExactly(state.average().get(name).toFloatArray()));
        }
    }

    @Test
    void learns() {
        Net net = net(4);
        try (NDManager manager = NDManager.newBaseManager()) {
            var state = TrainingState.begin(net, manager, 1);
            float before = learn(net, state, 1);
            assertThat(learn(net, state, 100)).isLessThan(before / 10);
        }
    }

    @Test
    void aCheckpointOfAnotherNetIsRefused() throws IOException {
        Path file = folder.resolve("checkpoint");
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainingState.begin(net(4), manager, 1).save(file);
            assertThatThrownBy(() -> TrainingState.load(net(5), manager, file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("of another net");
            Files.writeString(file, "something else");
            assertThatThrownBy(() -> TrainingState.load(net(4), manager, file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no checkpoint");
        }
    }

    /** And learns on: what normalisations see of the sample is what they have noted. */
    @Test
    void beginsWithWhatAFileKnows() throws IOException {
        Net net = net(4);
        Path file = folder.resolve("learned.onnx");
        try (NDManager manager = NDManager.newBaseManager()) {
            var state = TrainingState.begin(net, manager, 1);
            learn(net, state, 30);
            OnnxFile.write(net, state.weights(), List.of("batch", "3", "4", "4"), false, file);

            NDArray sample = manager.randomNormal(new Shape(2, 3, 4, 4));
            var begun = TrainingState.begin(net, manager, 2, file, sample);

            float[] known = answer(net, state, sample, false);
            assertThat(answer(net, begun, sample, false)).containsExactly(known, Offset.offset(1e-4f));
            assertThat(answer(net, begun, sample, true)).containsExactly(known, Offset.offset(1e-4f));
            assertThat(begun.steps()).isZero();
        }
    }

    @Test
    void aFileOfAnotherNetIsNothingToBeginWith() throws IOException {
        Path file = folder.resolve("learned.onnx");
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray sample = manager.ones(new Shape(2, 3, 4, 4));
            OnnxFile.write(net(4), Weights.random(net(4), manager, 1), List.of("batch", "3", "4", "4"), true, file);
            assertThatThrownBy(() -> TrainingState.begin(net(5), manager, 1, file, sample))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("of another net");
            Files.writeString(file, "something else");
            assertThatThrownBy(() -> TrainingState.begin(net(4), manager, 1, file, sample))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no ONNX file");
        }
    }

    private static float[] answer(Net net, TrainingState state, NDArray input, boolean learning) {
        return new Runner(net, state.weights()).run(input, learning).get("row").toFloatArray();
    }

    @Test
    void normalisationsTakeATenthOfWhatTheySee() {
        Net net = net(4);
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = Weights.random(net, manager, 1);
            NDArray input = manager.ones(new Shape(2, 3, 4, 4)).mul(5);
            float seen = new Runner(net, weights)
                    .run(input, true)
                    .get("conv0")
                    .mean()
                    .getFloat();
            assertThat(seen).isCloseTo(0, Offset.offset(1e-3f));
            // All cells are alike: the variance seen is 0, of which it takes a tenth.
            for (float variance : weights.get("conv0.variance").toFloatArray()) {
                assertThat(variance).isCloseTo(0.9f, Offset.offset(1e-4f));
            }
        }
    }

    /** Towards answering 1 to ones. @return the last loss */
    private static float learn(Net net, TrainingState state, int steps) {
        var optimiser = new AdamW(0, state);
        float last = 0;
        for (int i = 0; i < steps; i++) {
            try (NDManager scratch = state.manager().newSubManager();
                    var gradients = Engine.getInstance().newGradientCollector()) {
                NDArray input = scratch.ones(new Shape(2, 3, 4, 4));
                NDArray answer =
                        new Runner(net, state.weights()).run(input, true).get("row");
                NDArray loss = answer.sub(1).square().mean();
                gradients.backward(loss);
                last = loss.getFloat();
            }
            optimiser.step(0.05f);
        }
        return last;
    }

    private static Net net(int channels) {
        var net = new Net.Builder();
        String x = net.normalised(Net.INPUT, 3, channels, 1, 1, 1);
        net.named("row", new Operation.Project(16 * channels, 2), net.flatten(net.rectify(x)));
        return net.build(Stream.of("row"));
    }
}
