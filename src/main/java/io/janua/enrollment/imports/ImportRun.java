package io.janua.enrollment.imports;

import io.janua.enrollment.StoringTurns;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.problem.Problem;
import io.janua.security.Acting;
import io.janua.vision.InferencePool;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Works through what waits of an import. What is left to do is what the rows say: whoever goes on after a killed process
 * begins with the first file that still waits.
 */
@ApplicationScoped
class ImportRun {

    private static final String SYSTEM = "system:import";
    private static final int CHUNK = 500;

    /** While the others' faces are computed, these store their own: inference never waits for the database. */
    private static final int FURTHER_WORKERS = StoringTurns.AT_A_TIME;

    private final ImportRows imports;
    private final ItemRows items;
    private final ImportKeys keys;
    private final ImportWorker worker;
    private final ImportConfig config;
    private final Galleries galleries;
    private final InferencePool pool;
    private final Event<Happening> happenings;

    ImportRun(
            ImportRows imports,
            ItemRows items,
            ImportKeys keys,
            ImportWorker worker,
            ImportConfig config,
            Galleries galleries,
            InferencePool pool,
            Event<Happening> happenings) {
        this.imports = imports;
        this.items = items;
        this.keys = keys;
        this.worker = worker;
        this.config = config;
        this.galleries = galleries;
        this.pool = pool;
        this.happenings = happenings;
    }

    /**
     * @param pause asked between files
     * @return whether the import has ended; else somebody has to go on later
     */
    boolean goOn(String tenant, UUID id, BooleanSupplier pause) {
        Optional<BulkImport> found = new Acting(tenant, SYSTEM)
                .call(() -> QuarkusTransaction.requiringNew().call(() -> imports.find(id)));
        if (found.isEmpty() || found.get().state() != ImportState.RUNNING) {
            return true;
        }
        // Whoever started it answers for it.
        var acting = new Acting(tenant, found.get().startedBy());
        Optional<Problem> obstacle = acting.call(() -> obstacle(found.get()));
        if (obstacle.isPresent()) {
            Log.warnf("import %s cannot go on: %s", id, obstacle.get().code().wireName());
            acting.run(() -> end(id, ImportState.FAILED));
            return true;
        }
        boolean paused = work(acting, found.get(), pause);
        if (!paused) {
            acting.run(() -> end(id, ImportState.DONE));
        }
        return !paused;
    }

    /** Asked once a turn; what comes between refuses file by file. */
    private Optional<Problem> obstacle(BulkImport of) {
        try {
            galleries.openForRecognition(of.gallery());
            return Optional.empty();
        } catch (Problem refused) {
            if (refused.code().status() >= 500) {
                throw refused;
            }
            return Optional.of(refused);
        }
    }

    /** @return whether somebody asked for a pause */
    private boolean work(Acting acting, BulkImport bulkImport, BooleanSupplier pause) {
        var cipher = acting.call(() -> QuarkusTransaction.requiringNew().call(() -> keys.open(bulkImport)));
        var halted = new AtomicBoolean();
        BooleanSupplier goOn = () -> !halted.get() && !pause.getAsBoolean();
        int last = 0;
        List<ItemRows.Waiting> chunk = next(acting, bulkImport.id(), last);
        while (!chunk.isEmpty() && goOn.getAsBoolean()) {
            last = chunk.stream().mapToInt(ItemRows.Waiting::number).max().orElseThrow();
            var each = worker.of(bulkImport, cipher);
            Consumer<ItemRows.Waiting> enrol = item -> {
                if (!acting.call(() -> each.enrol(item, goOn))) {
                    halted.set(true);
                }
            };
            // One of those that were in work when a process ended may have ended it, and takes no other along again.
            Map<Boolean, List<ItemRows.Waiting>> suspected =
                    chunk.stream().collect(Collectors.partitioningBy(item -> item.attempts() > 0));
            together(suspected.get(true), 1, goOn, enrol);
            together(suspected.get(false), workers(), goOn, enrol);
            chunk = next(acting, bulkImport.id(), last);
        }
        return !halted.get() && pause.getAsBoolean();
    }

    private List<ItemRows.Waiting> next(Acting acting, UUID id, int after) {
        return acting.call(() -> QuarkusTransaction.requiringNew().call(() -> items.waiting(id, after, CHUNK)));
    }

    private int workers() {
        return pool.threads() + FURTHER_WORKERS;
    }

    private void together(
            List<ItemRows.Waiting> all, int atATime, BooleanSupplier goOn, Consumer<ItemRows.Waiting> work) {
        Queue<ItemRows.Waiting> chunk = new ConcurrentLinkedQueue<>(all);
        List<Future<?>> workers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(atATime, all.size()); i++) {
                workers.add(threads.submit(() -> {
                    for (var item = chunk.poll(); item != null && goOn.getAsBoolean(); item = chunk.poll()) {
                        work.accept(item);
                    }
                }));
            }
        }
        for (Future<?> each : workers) {
            try {
                each.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("an import did not go on", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("an import was interrupted", interrupted);
            }
        }
    }

    private void end(UUID id, ImportState state) {
        boolean ended = QuarkusTransaction.requiringNew().call(() -> {
            if (!imports.end(id, ImportState.RUNNING, state, config.keepRefusedDays())) {
                return false;
            }
            imports.forgetSubjects(id);
            imports.find(id)
                    .ifPresent(told -> happenings.fire(ImportHappenings.of(Action.IMPORT_FINISHED, told)
                            .outcome(state == ImportState.DONE ? Happening.DONE : "failed")));
            return true;
        });
        if (ended && state != ImportState.DONE) {
            imports.deletePictures(id, ItemOutcome.WAITING);
        }
    }
}
