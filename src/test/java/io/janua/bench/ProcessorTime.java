package io.janua.bench;

/** The processor time that a process takes from now on. Unlike throughput it hardly depends on what else is running. */
final class ProcessorTime {

    private final ProcessHandle process;
    private final double before;

    private ProcessorTime(ProcessHandle process) {
        this.process = process;
        before = total();
    }

    static ProcessorTime of(long pid) {
        return new ProcessorTime(ProcessHandle.of(pid).orElseThrow());
    }

    static ProcessorTime ofThisProcess() {
        return new ProcessorTime(ProcessHandle.current());
    }

    /** Milliseconds for each of these calls. */
    double millisPerCall(Load load) {
        return (total() - before) / load.millis().length;
    }

    private double total() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }
}
