package io.janua.gallery.resident;

import com.sun.management.OperatingSystemMXBean;
import io.janua.gallery.resident.ResidentView.State;
import io.janua.vector.TemplateSet;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * The large galleries that this instance keeps in memory: a cache of what PostgreSQL holds, filled when somebody searches
 * one, kept in step, and gone with the process. Whoever finds nothing here lets the database search: slower, not worse.
 *
 * <p>Copies are followed every two seconds, only so that little is left for the database to score beside them: a search
 * asks it for everything that a copy's snapshot does not show.
 */
@ApplicationScoped
public class ResidentGalleries {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    /** A count walks the gallery; the threshold that follows from it changes with its logarithm. */
    private static final Duration RECOUNT = Duration.ofMinutes(1);
    /** Times as long as a count took: of a hundred million people it takes minutes. */
    private static final int PAUSES = 20;

    /** The log of changes goes back an hour; a copy that could not be followed for so long is not used. */
    private static final Duration STALE = Duration.ofMinutes(40);

    private static final Duration AGAIN = Duration.ofSeconds(30);
    /** Nobody's copy gives way to another's before. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** More than these are not applied to a copy: it is read anew. */
    private static final int MOST_CHANGES = 50_000;

    private static final double TOO_MUCH_WASTE = 0.3;
    private static final int NOT_TURNED = 0;

    private final Map<GalleryKey, Entry> entries = new ConcurrentHashMap<>();
    private final ExecutorService filling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gallery-fill").factory());
    private final TemplateFeed feed;
    private final long from;
    private final long limit;
    private volatile boolean stopped;
    private boolean failing;

    @Inject
    ResidentGalleries(TemplateFeed feed, SearchConfig config) {
        this(feed, config.residentFrom(), config.memoryOr(machineMemory() / 4));
    }

    ResidentGalleries(TemplateFeed feed, long from, long limit) {
        this.feed = feed;
        this.from = from;
        this.limit = limit;
    }

    /** A gallery's place here. */
    private static final class Entry {

        /** Held by whoever changes the copy or puts another one in its place. */
        final Lock change = new ReentrantLock();

        volatile State state = State.FILLING;
        volatile long expected;
        volatile long read;
        volatile GalleryCopy copy;
        private boolean givenUp;
        private Instant notBefore = Instant.MIN;

        /** @return whether the caller is to fill it now */
        synchronized boolean begin() {
            if (notBefore.isAfter(Instant.now())) {
                return false;
            }
            // Until it has ended, however it does.
            notBefore = Instant.MAX;
            return true;
        }

        synchronized void ended(State ended) {
            state = ended;
            Instant now = Instant.now();
            notBefore = ended == State.READY ? now : now.plus(AGAIN);
        }

        void put(GalleryCopy other) {
            change.lock();
            try {
                drop();
                if (givenUp) {
                    other.close();
                } else {
                    copy = other;
                }
            } finally {
                change.unlock();
            }
        }

        /** Whatever is still read for it, too. */
        void giveUp() {
            change.lock();
            try {
                givenUp = true;
                drop();
            } finally {
                change.unlock();
            }
        }

        /** Searches in the database until there is another one. */
        void drop() {
            change.lock();
            try {
                GalleryCopy old = copy;
                copy = null;
                if (old != null) {
                    old.close();
                }
            } finally {
                change.unlock();
            }
        }

        synchronized boolean isForgotten(Instant now) {
            return copy == null && notBefore.isBefore(now.minus(IDLE));
        }
    }

    /** Why a gallery stays in the database's hands. */
    private static final class CannotBeResident extends RuntimeException {

        final State state;

        CannotBeResident(State state) {
            super(state.name());
            this.state = state;
        }
    }

    void start(@Observes StartupEvent started) {
        // Not a virtual one: it walks through gigabytes while those serve requests.
        Thread.ofPlatform().daemon().name("gallery-follow").start(this::follow);
    }

    /** Waits for nobody: the database may not answer, and what is in memory ends with the process. */
    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        filling.shutdownNow();
    }

    /** The copy to search, when there is one that is up to date but for what the database still knows as changed. */
    public Optional<GalleryCopy> ready(GalleryKey key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.copy).filter(ResidentGalleries::upToDate);
    }

    /** Whether it has a place here, with a copy or without. */
    public boolean isKnown(GalleryKey key) {
        return entries.containsKey(key);
    }

    /** Somebody searched this gallery in the database. It is filled in the background when that takes long. */
    public void searched(GalleryKey key, long subjects) {
        // A copy that was of no help this time would be of none if it were read again.
        if (subjects < from || limit == 0 || ready(key).isPresent()) {
            return;
        }
        entries.compute(key, (_, known) -> {
            Entry entry = known == null ? new Entry() : known;
            if (entry.begin()) {
                inBackground(() -> fill(key, entry));
            }
            return entry;
        });
    }

    /** Of one tenant, by gallery. */
    public List<ResidentView> of(String tenant) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ResidentView::gallery))
                .toList();
    }

    /** Of all tenants. */
    public List<ResidentView> all() {
        return entries.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** In use for all galleries together. */
    public long bytes() {
        return entries.values().stream()
                .map(entry -> entry.copy)
                .filter(copy -> copy != null)
                .mapToLong(GalleryCopy::bytes)
                .sum();
    }

    /** How many bytes may be in use. */
    public long limit() {
        return limit;
    }

    /** Catches up with what has changed in all galleries, and only then counts, which takes longer. */
    void refresh() {
        boolean failed = !eachFollowed(this::refresh);
        failing = !eachFollowed(this::recount) || failed;
    }

    private boolean eachFollowed(BiConsumer<GalleryKey, Entry> step) {
        boolean failed = false;
        for (var entry : entries.entrySet()) {
            try {
                step.accept(entry.getKey(), entry.getValue());
            } catch (RuntimeException | Error trouble) {
                // Without this loop copies grow old, and erased people stay in memory.
                failed = true;
                if (!failing && !stopped) {
                    Log.warn(
                            "galleries in memory could not be followed; what they lack is scored in the database",
                            trouble);
                }
            }
        }
        return !failed;
    }

    private void inBackground(Runnable work) {
        try {
            filling.execute(work);
        } catch (RejectedExecutionException stopping) {
            // Then nobody needs it any more.
        }
    }

    private void fill(GalleryKey key, Entry entry) {
        try {
            entry.state = State.FILLING;
            entry.put(feed.read(key, reading -> read(reading, entry)));
            entry.ended(State.READY);
        } catch (CannotBeResident refused) {
            entry.ended(refused.state);
            Log.infof("gallery %s is searched in the database: %s", key.gallery(), refused.state);
        } catch (RuntimeException | Error failed) {
            entry.ended(State.FAILED);
            if (!stopped) {
                Log.warnf(failed, "gallery %s could not be read into memory", key.gallery());
            }
        }
    }

    private GalleryCopy read(TemplateFeed.Reading reading, Entry entry) throws SQLException {
        Instant now = Instant.now();
        Snapshot snapshot = reading.snapshot();
        entry.read = 0;
        entry.expected = reading.count();
        Map<Integer, TemplateSet> generations = new ConcurrentHashMap<>();
        boolean whole = false;
        try {
            reading.all((subject, secret, values) -> {
                if (entry.read == 0) {
                    makeRoom(TemplateSet.bytes(values.length, entry.expected), entry);
                }
                add(generations, subject, secret, values);
                entry.read++;
            });
            var copy = new GalleryCopy(generations, snapshot, now);
            Instant begin = Instant.now();
            copy.counted(reading.counts(), nextCount(begin));
            whole = true;
            return copy;
        } finally {
            if (!whole) {
                generations.values().forEach(TemplateSet::close);
            }
        }
    }

    private static void add(Map<Integer, TemplateSet> generations, UUID subject, int secret, float[] values) {
        if (secret == NOT_TURNED) {
            throw new CannotBeResident(State.UNPROTECTED);
        }
        generations.computeIfAbsent(secret, _ -> new TemplateSet(values.length)).add(subject, values);
    }

    /** Copies that nobody has used for a while give way, the longest unused first; then the one that is read anew. */
    private void makeRoom(long needed, Entry own) {
        if (needed > limit) {
            throw new CannotBeResident(State.NO_ROOM);
        }
        while (bytes() + needed > limit) {
            Optional<Map.Entry<GalleryKey, Entry>> unused = longestUnused(own);
            if (unused.isPresent()) {
                giveUp(unused.get().getKey(), unused.get().getValue());
            } else if (own.copy != null) {
                own.drop();
            } else {
                throw new CannotBeResident(State.NO_ROOM);
            }
        }
    }

    private Optional<Map.Entry<GalleryKey, Entry>> longestUnused(Entry own) {
        Instant idle = Instant.now().minus(IDLE);
        Map.Entry<GalleryKey, Entry> found = null;
        Instant since = idle;
        for (var entry : entries.entrySet()) {
            GalleryCopy copy = entry.getValue().copy;
            if (copy != null && entry.getValue() != own && copy.usedAt().isBefore(since)) {
                found = entry;
                since = copy.usedAt();
            }
        }
        return Optional.ofNullable(found);
    }

    private void giveUp(GalleryKey key, Entry entry) {
        entries.remove(key, entry);
        entry.giveUp();
    }

    private void follow() {
        while (!stopped) {
            try {
                Thread.sleep(PERIOD);
                refresh();
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void refresh(GalleryKey key, Entry entry) {
        entry.change.lock();
        try {
            GalleryCopy copy = entry.copy;
            if (copy == null) {
                entries.computeIfPresent(key, (_, known) -> known.isForgotten(Instant.now()) ? null : known);
                return;
            }
            if (!upToDate(copy) || !caughtUp(key, copy)) {
                giveUp(key, entry);
                return;
            }
            if (copy.wasted() > TOO_MUCH_WASTE && entry.begin()) {
                inBackground(() -> fill(key, entry));
            }
        } finally {
            entry.change.unlock();
        }
    }

    /** @return whether the copy is worth keeping */
    private boolean caughtUp(GalleryKey key, GalleryCopy copy) {
        try {
            return feed.read(key, reading -> catchUp(reading, copy)) && bytes() <= limit;
        } catch (CannotBeResident refused) {
            return false;
        }
    }

    private static boolean catchUp(TemplateFeed.Reading reading, GalleryCopy copy) throws SQLException {
        Instant now = Instant.now();
        Snapshot snapshot = reading.snapshot();
        if (!snapshot.server().equals(copy.snapshot().server())) {
            return false;
        }
        Set<UUID> changed = reading.changedSince(copy.snapshot(), MOST_CHANGES + 1);
        if (changed.size() > MOST_CHANGES) {
            return false;
        }
        if (!changed.isEmpty()) {
            copy.generations().values().forEach(templates -> templates.remove(changed));
            reading.of(changed, (subject, secret, values) -> add(copy.generations(), subject, secret, values));
        }
        // Only now: until here searches had the database score everybody who has changed.
        copy.refreshed(snapshot, now);
        return true;
    }

    private void recount(GalleryKey key, Entry entry) {
        GalleryCopy copy = entry.copy;
        if (copy == null || copy.countAgainAt().isAfter(Instant.now())) {
            return;
        }
        Instant begin = Instant.now();
        copy.counted(feed.read(key, TemplateFeed.Reading::counts), nextCount(begin));
        if (copy.counts().subjects() < from / 2) {
            giveUp(key, entry);
        }
    }

    /** @param begin of the one that has just ended */
    private static Instant nextCount(Instant begin) {
        Instant end = Instant.now();
        Duration pause = Duration.between(begin, end).multipliedBy(PAUSES);
        return end.plus(pause.compareTo(RECOUNT) > 0 ? pause : RECOUNT);
    }

    private static boolean upToDate(GalleryCopy copy) {
        return copy.refreshedAt().isAfter(Instant.now().minus(STALE));
    }

    private static ResidentView view(GalleryKey key, Entry entry) {
        GalleryCopy copy = entry.copy;
        return copy == null
                ? new ResidentView(key.tenant(), key.gallery(), key.model(), entry.state, entry.read, entry.expected, 0)
                : new ResidentView(
                        key.tenant(),
                        key.gallery(),
                        key.model(),
                        upToDate(copy) ? State.READY : State.FAILED,
                        copy.templates(),
                        copy.templates(),
                        copy.bytes());
    }

    /** Of the container, where there is one. */
    private static long machineMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
