package io.janua.bench;

/**
 * A load on the service, and the same pictures through the pipeline alone just before and just after it.
 *
 * @param serviceMillis processor time of the service's process for each answer
 * @param clientMillis processor time of the clients, which share the machine, for each answer
 */
record ServedLoad(Load load, double serviceMillis, double clientMillis, LocalLoad before, LocalLoad after) {

    /**
     * The pipeline alone.
     *
     * @param millis processor time for each picture
     */
    record LocalLoad(double perSecond, double millis) {}

    double floorPerSecond() {
        return (before.perSecond() + after.perSecond()) / 2;
    }

    double floorMillis() {
        return (before.millis() + after.millis()) / 2;
    }

    double ratio() {
        return load.perSecond() / floorPerSecond();
    }
}
