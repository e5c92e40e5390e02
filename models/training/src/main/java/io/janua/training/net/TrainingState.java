package io.janua.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** All that a training needs to go on as if nothing had been: weights, their moments and average, the steps done. */
public final class TrainingState {

    private static final int MAGIC = 0x4A54_5331;

    private final NDManager manager;
    private final Weights weights;
    private final Weights first;
    private final Weights second;
    private final Weights average;
    private long steps;

    private TrainingState(NDManager manager, Weights weights) {
        this.manager = manager;
        this.weights = weights;
        this.first = weights.zeros();
        this.second = weights.zeros();
        this.average = weights.copy();
        weights.arrays().forEach((name, array) -> array.setRequiresGradient(weights.isLearned(name)));
    }

    public static TrainingState begin(Net net, NDManager manager, long seed) {
        return new TrainingState(manager, Weights.random(net, manager, seed));
    }

    /**
     * Begins with what an exported file knows. Its filters have taken their normalisations in, and normalisations are
     * needed to learn: they get the mean and variance of the sample, and a scale and bias that undo them. What the file
     * does not have, because only a net that learns has it, is random.
     *
     * @param sample of inputs, as the net takes them
     * @throws IOException when the file is of another net, or no ONNX file
     */
    public static TrainingState begin(Net net, NDManager manager, long seed, Path file, NDArray sample)
            throws IOException {
        Weights weights = Weights.random(net, manager, seed);
        for (var known : OnnxNumbers.read(file).entrySet()) {
            NDArray array = weights.get(known.getKey());
            if (array == null || array.size() != known.getValue().length) {
                throw new IOException("%s is of another net: %s".formatted(file, known.getKey()));
            }
            array.set(known.getValue());
        }
        weights.normalise(new Runner(net, weights), sample);
        return new TrainingState(manager, weights);
    }

    /** @throws IOException when the file is of another net, or not one of these at all */
    public static TrainingState load(Net net, NDManager manager, Path file) throws IOException {
        TrainingState state = begin(net, manager, 0);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("%s is no checkpoint".formatted(file));
            }
            state.steps = in.readLong();
            for (Weights part : state.parts()) {
                for (var entry : part.arrays().entrySet()) {
                    NDArray array = entry.getValue();
                    if (!in.readUTF().equals(entry.getKey()) || in.readInt() != array.size()) {
                        throw new IOException("%s is of another net".formatted(file));
                    }
                    ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(Math.toIntExact(Float.BYTES * array.size())));
                    float[] values = new float[Math.toIntExact(array.size())];
                    bytes.asFloatBuffer().get(values);
                    array.set(values);
                }
            }
        }
        return state;
    }

    /** Whole or not at all. */
    public void save(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            out.writeInt(MAGIC);
            out.writeLong(steps);
            for (Weights part : parts()) {
                for (var entry : part.arrays().entrySet()) {
                    float[] values = entry.getValue().toFloatArray();
                    out.writeUTF(entry.getKey());
                    out.writeInt(values.length);
                    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
                    bytes.asFloatBuffer().put(values);
                    out.write(bytes.array());
                }
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Weights> parts() {
        return List.of(weights, first, second, average);
    }

    /** Whoever computes with the weights makes a manager below this one. */
    public NDManager manager() {
        return manager;
    }

    public Weights weights() {
        return weights;
    }

    /** The running average of the weights. */
    public Weights average() {
        return average;
    }

    public long steps() {
        return steps;
    }

    Weights first() {
        return first;
    }

    Weights second() {
        return second;
    }

    long nextStep() {
        return ++steps;
    }
}
