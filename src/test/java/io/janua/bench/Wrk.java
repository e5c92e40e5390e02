package io.janua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A crowd of devices, by wrk: it costs the machine far less than clients in Java, which is to measure the service and not
 * its clients. It asks this machine only, and ends by itself.
 *
 * @param perSecond requests that are to be sent by all connections together
 */
record Wrk(String address, String key, String gallery, int connections, int perSecond) {

    /** Each connection rests between an answer and its next request; answers in between take some milliseconds. */
    private static final String SCRIPT = """
            local file = assert(io.open(os.getenv("JANUA_FLOOD_PICTURE"), "rb"))
            wrk.method = "POST"
            wrk.body = file:read("*a")
            file:close()
            wrk.headers["Content-Type"] = "image/jpeg"
            wrk.headers["X-API-Key"] = os.getenv("JANUA_FLOOD_KEY")
            local rest = tonumber(os.getenv("JANUA_FLOOD_REST_MILLIS"))
            ok, busy, other, silent = 0, 0, 0, 0
            local crowd = {}

            function setup(thread) table.insert(crowd, thread) end

            function delay() return math.random(0, 2 * rest) end

            function response(status, headers)
              if status == 200 then ok = ok + 1
              elseif status == 503 then
                busy = busy + 1
                if not headers["Retry-After"] and not headers["retry-after"] then silent = silent + 1 end
              else other = other + 1 end
            end

            function done(summary)
              local sums = {ok = 0, busy = 0, other = 0, silent = 0}
              for _, thread in ipairs(crowd) do
                for name in pairs(sums) do sums[name] = sums[name] + thread:get(name) end
              end
              local errors = summary.errors
              io.write(string.format("\\nflood ok=%d busy=%d other=%d silent=%d errors=%d micros=%d\\n", sums.ok,
                sums.busy, sums.other, sums.silent,
                errors.connect + errors.read + errors.write + errors.timeout, summary.duration))
            end
            """;

    /**
     * What became of the crowd's requests.
     *
     * @param busy answered 503
     * @param withoutRetryAfter those of them that did not say when to come back
     * @param other answered otherwise, or not at all
     */
    record Result(double seconds, long ok, long busy, long withoutRetryAfter, long other) {

        double perSecond() {
            return (ok + busy + other) / seconds;
        }
    }

    Result flood(Duration time) {
        try {
            Path folder = Files.createTempDirectory("janua-flood");
            Path script = Files.writeString(folder.resolve("flood.lua"), SCRIPT);
            Path picture = Files.write(
                    folder.resolve("picture.jpg"),
                    BenchPictures.probe(BenchPictures.people().getFirst()));
            var builder = new ProcessBuilder(
                            program(),
                            "--threads=1",
                            "--connections=" + connections,
                            "--duration=%ds".formatted(time.toSeconds()),
                            "--timeout=10s",
                            "--script=" + script,
                            "%s/v1/galleries/%s/identify".formatted(address, gallery))
                    .redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "JANUA_FLOOD_PICTURE",
                            picture.toString(),
                            // Not as an argument, which every user of the machine can read.
                            "JANUA_FLOOD_KEY",
                            key,
                            "JANUA_FLOOD_REST_MILLIS",
                            String.valueOf(1000 * connections / perSecond)));
            Process process = builder.start();
            // An interrupted benchmark leaves no crowd behind.
            var ending = new AtExit(process::destroy);
            try {
                return result(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                ending.now();
                Files.delete(script);
                Files.delete(picture);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("wrk cannot be run: measure with ./janua bench flood", failed);
        }
    }

    private static Result result(String said) {
        String line = said.lines()
                .filter(candidate -> candidate.startsWith("flood "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk said: " + said));
        Map<String, Long> numbers = Stream.of(line.substring("flood ".length()).split(" "))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        return new Result(
                numbers.get("micros") / 1e6,
                numbers.get("ok"),
                numbers.get("busy"),
                numbers.get("silent"),
                numbers.get("other") + numbers.get("errors"));
    }

    private static String program() {
        return Optional.ofNullable(System.getenv("JANUA_BENCH_WRK")).orElse("wrk");
    }
}
