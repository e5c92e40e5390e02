package io.janua.enrollment.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Few archives come in at a time: each takes tens of megabytes, for as long as its sender likes, and none of them may
 * keep requests or other tenants out.
 */
@ApplicationScoped
class ReceptionPlaces {

    static final int OF_A_TENANT = 2;
    static final int IN_ALL = 4;

    private final Map<String, Integer> taken = new HashMap<>();

    /** @throws io.janua.problem.Problem {@code busy} when no place is free */
    <T> T within(String tenant, Supplier<T> reception) {
        take(tenant);
        try {
            return reception.get();
        } finally {
            leave(tenant);
        }
    }

    private synchronized void take(String tenant) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= IN_ALL || taken.getOrDefault(tenant, 0) >= OF_A_TENANT) {
            throw ArchiveProblems.tooManyAtOnce();
        }
        taken.merge(tenant, 1, Integer::sum);
    }

    private synchronized void leave(String tenant) {
        taken.computeIfPresent(tenant, (_, places) -> places == 1 ? null : places - 1);
    }
}
