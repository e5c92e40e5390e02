package io.janua.bench;

import io.janua.bench.Acknowledged.Enrolled;
import io.janua.bench.ServiceClient.Answer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients that do what clients do, each request under a name of its own, until nobody answers any more. */
final class LoadUntilKilled implements AutoCloseable {

    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int IDENTIFYING_CLIENTS = 2;

    /** Every so many enrolments, somebody is erased again. */
    private static final int ERASED_OF = 3;

    private final ServiceClient client;
    private final Acknowledged acknowledged;
    private final String lastingGallery;
    private final String name;
    private final List<String> people;
    private final List<byte[]> probes;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean killed;

    /**
     * @param lastingGallery where all people are enrolled
     * @param name of this load: of its own gallery, and what the names of its requests begin with
     */
    LoadUntilKilled(
            ServiceClient client,
            Acknowledged acknowledged,
            String lastingGallery,
            String name,
            List<String> people,
            List<byte[]> probes) {
        this.client = client;
        this.acknowledged = acknowledged;
        this.lastingGallery = lastingGallery;
        this.name = name;
        this.people = people;
        this.probes = probes;
    }

    void begin() {
        client.createGallery(name, Map.of("duplicates", "off", "imageRetention", "crop"));
        for (int i = 0; i < IDENTIFYING_CLIENTS; i++) {
            clients.add(threads.submit(() -> untilKilled(this::identify)));
        }
        clients.add(threads.submit(() -> untilKilled(this::enrolAndErase)));
        clients.add(threads.submit(() -> untilKilled(this::rekey)));
    }

    /** Said before it is done: who is not answered from now on need not wonder. */
    void expectKill() {
        killed = true;
    }

    /** Returns when every client has given up. */
    @Override
    public void close() {
        killed = true;
        threads.shutdown();
        for (Future<?> ended : clients) {
            try {
                ended.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a client broke before the service was killed", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** The steps end by themselves with the first request that has no answer. */
    private void untilKilled(Runnable steps) {
        try {
            while (!killed) {
                steps.run();
            }
        } catch (UncheckedIOException gone) {
            if (!killed) {
                throw gone;
            }
        }
    }

    private void identify() {
        int at = next.getAndIncrement() % people.size();
        Answer answer =
                send("POST", "/v1/galleries/%s/identify".formatted(lastingGallery), "image/jpeg", probes.get(at));
        if (answer.status() == 200 && !answer.ranksFirst(people.get(at))) {
            acknowledged.wrongAnswer();
        }
    }

    private void enrolAndErase() {
        for (int at = 0; at < people.size() && !killed; at++) {
            var somebody = new Enrolled(name, people.get(at));
            String path = ServiceClient.subjectPath(name, somebody.person());
            send("PUT", path, "application/json", EMPTY_OBJECT);
            byte[] picture = BenchPictures.enrolment(somebody.person());
            if (send("POST", path + "/faces", "image/jpeg", picture).status() == 201) {
                acknowledged.enrolled(somebody);
            }
            if (at % ERASED_OF == ERASED_OF - 1) {
                acknowledged.toBeErased(somebody);
                if (send("DELETE", path, "application/json", EMPTY_OBJECT).status() == 200) {
                    acknowledged.erased(somebody);
                }
            }
        }
        while (!killed) {
            identify();
        }
    }

    /** Once; while the one before still runs, it is refused. */
    private void rekey() {
        pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1_500)));
        if (!killed
                && send("POST", "/v1/rekeyings", "application/json", EMPTY_OBJECT)
                                .status()
                        == 202) {
            acknowledged.rekeying();
        }
        while (!killed) {
            identify();
        }
    }

    private Answer send(String method, String path, String contentType, byte[] body) {
        String id = "%s-%d".formatted(name, next.incrementAndGet());
        try {
            Answer answer = client.send(method, path, contentType, body, Map.of("X-Request-Id", id));
            if (answer.status() < 300) {
                acknowledged.request(id);
            } else if (answer.status() >= 500) {
                acknowledged.failure();
            }
            return answer;
        } catch (UncheckedIOException noAnswer) {
            acknowledged.unanswered(id);
            throw noAnswer;
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
