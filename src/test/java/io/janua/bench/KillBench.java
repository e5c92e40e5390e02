package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.bench.Acknowledged.Enrolled;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Kills the service under load again and again: what it had acknowledged must be there afterwards, and in the log. */
final class KillBench implements Benchmark {

    static final String NAME = "kill";

    private static final String GALLERY = "lasting";
    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 4_000;
    private static final Reach NONE = new Reach.AtMost(0);

    /** A job that was killed is taken up again when four heartbeats of five seconds were missed. */
    private static final Duration MOST_TIME_TO_SETTLE = Duration.ofMinutes(2);

    private final int kills;
    private final List<String> people = BenchPictures.people();
    private final List<byte[]> probes =
            people.stream().map(BenchPictures::probe).toList();

    KillBench(BenchOptions options) {
        kills = options.quick() ? 3 : 20;
    }

    @Override
    public void run(Report report) {
        var acknowledged = new Acknowledged();
        var table = new Table(
                List.of(
                        "kill",
                        "ready ms",
                        "killed after ms",
                        "acknowledged",
                        "unanswered",
                        "enrolled",
                        "erased",
                        "re-keyings"),
                7);
        try (BenchDatabase database = BenchDatabase.create()) {
            enrolEverybody(database);
            for (int kill = 1; kill <= kills; kill++) {
                table.add(row(kill, liveAndDie(database, acknowledged, kill), acknowledged));
            }
            System.err.print(table);
            Progress.say("kill: what is left after %d kills", kills);
            try (ServiceUnderTest service = ServiceUnderTest.start(database)) {
                double settled = settle(database);
                report.add(Row.of(NAME, "kills", kills, ""));
                report.add(Row.of(NAME, "settled after the last start", settled, "s"));
                checkLog(service.client(), acknowledged, report);
                checkPeople(service.client(), acknowledged, report);
            }
        }
    }

    private record Life(long readyMillis, long killedAfterMillis) {}

    private void enrolEverybody(BenchDatabase database) {
        Progress.say("kill: enrolling %d people", people.size());
        try (ServiceUnderTest service = ServiceUnderTest.start(database)) {
            service.client().createGallery(GALLERY, Map.of("duplicates", "off"));
            people.forEach(person -> service.client().enroll(GALLERY, person, BenchPictures.enrolment(person)));
        }
    }

    private Life liveAndDie(BenchDatabase database, Acknowledged acknowledged, int kill) {
        Progress.say("kill: %d of %d", kill, kills);
        try (ServiceUnderTest service = ServiceUnderTest.start(database);
                var load = new LoadUntilKilled(
                        service.client(), acknowledged, GALLERY, "kill-%d".formatted(kill), people, probes)) {
            long ready = service.age().toMillis();
            load.begin();
            long life = ThreadLocalRandom.current().nextLong(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS);
            Thread.sleep(Duration.ofMillis(life));
            load.expectKill();
            service.kill();
            return new Life(ready, life);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** So far, all kills together. */
    private static List<String> row(int kill, Life life, Acknowledged acknowledged) {
        return List.of(
                String.valueOf(kill),
                String.valueOf(life.readyMillis()),
                String.valueOf(life.killedAfterMillis()),
                String.valueOf(acknowledged.requests().size()),
                String.valueOf(acknowledged.unansweredCount()),
                String.valueOf(acknowledged.enrolled().size()),
                String.valueOf(acknowledged.erased().size()),
                String.valueOf(acknowledged.rekeyings()));
    }

    /** @return seconds until every entry has its place and every re-keying is done */
    private static double settle(BenchDatabase database) {
        Instant begin = Instant.now();
        try (var connection = database.connectAsOwner()) {
            while (BenchDatabase.number(
                            connection,
                            "SELECT (SELECT count(*) FROM audit_entry WHERE leaf_index IS NULL)"
                                    + " + (SELECT count(*) FROM rekeying WHERE state <> 'DONE')")
                    > 0) {
                if (Duration.between(begin, Instant.now()).compareTo(MOST_TIME_TO_SETTLE) > 0) {
                    throw new IllegalStateException("re-keyings or entries are not done after " + MOST_TIME_TO_SETTLE);
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return TreeGrowth.seconds(begin, Instant.now());
    }

    private static void checkLog(ServiceClient client, Acknowledged acknowledged, Report report) {
        JsonNode verified = client.send("POST", "/v1/audit/verify", "application/json", "{}".getBytes())
                .body();
        Set<String> ids = new HashSet<>();
        Set<String> requests = new HashSet<>();
        int twice = 0;
        int size;
        try (var export = ExportedLog.fetch(client)) {
            export.requireIntact();
            List<JsonNode> entries = export.entries();
            size = entries.size();
            for (JsonNode entry : entries) {
                String request = entry.path("requestId").asText();
                boolean repeated = request.startsWith("kill-") && !requests.add(request);
                if (!ids.add(entry.path("id").asText()) || repeated) {
                    twice++;
                }
            }
        }
        Set<String> lost = acknowledged.requests();
        int all = lost.size();
        lost.removeAll(requests);
        report.add(Row.of(NAME, "requests acknowledged", all, ""));
        report.add(Row.of(NAME, "requests without an answer", acknowledged.unansweredCount(), ""));
        report.add(Row.of(NAME, "entries in the log", size, ""));
        report.add(Row.of(NAME, "acknowledged, but not in the log", lost.size(), "", NONE));
        report.add(Row.of(NAME, "in the log twice", twice, "", NONE));
        report.add(Row.of(
                NAME, "findings of the verifier", verified.path("findingCount").asInt(-1), "", NONE));
        report.add(Row.of(NAME, "answers that said that it failed", acknowledged.failures(), "", NONE));
    }

    private void checkPeople(ServiceClient client, Acknowledged acknowledged, Report report) {
        long notIdentified = acknowledged.enrolled().stream()
                .filter(somebody -> !isIdentified(client, somebody))
                .count();
        long notErased = acknowledged.erased().stream()
                .filter(somebody -> client.get(ServiceClient.subjectPath(somebody.gallery(), somebody.person()))
                                .status()
                        != 404)
                .count();
        report.add(Row.of(NAME, "enrolled", acknowledged.enrolled().size(), ""));
        report.add(Row.of(NAME, "enrolled, but not identified", notIdentified, "", NONE));
        report.add(Row.of(NAME, "erased", acknowledged.erased().size(), ""));
        report.add(Row.of(NAME, "erased, but still there", notErased, "", NONE));
        report.add(Row.of(NAME, "re-keyings begun and done", acknowledged.rekeyings(), ""));
        report.add(Row.of(NAME, "wrong answers meanwhile", acknowledged.wrongAnswers(), "", NONE));
    }

    private boolean isIdentified(ServiceClient client, Enrolled somebody) {
        byte[] probe = probes.get(people.indexOf(somebody.person()));
        return client.identify(somebody.gallery(), probe, "").ranksFirst(somebody.person());
    }
}
