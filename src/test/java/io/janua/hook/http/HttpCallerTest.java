package io.janua.hook.http;

import static io.janua.support.TestReceiver.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.support.TestCertificates;
import io.janua.support.TestReceiver;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallerTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(500);
    /** For a first line, also on a busy machine. */
    private static final Duration ENOUGH = Duration.ofSeconds(3);

    private static final HttpCaller CALLER = caller(InetAddress::getAllByName, "127.0.0.0/8", "::1");

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @Test
    void theRequestArrivesAsItWasWritten() {
        try (var receiver = TestReceiver.plain().always(answering(202, "thanks", new String[] {"X-Own: yes"}))) {
            var call =
                    new HttpCall("POST", receiver.url("/in/door?a=1"), Map.of("X-Sign", "s"), Optional.of("{\"ä\":1}"));

            var answered = (HttpOutcome.Answered) CALLER.call(call, LIMIT);

            assertThat(answered.status()).isEqualTo(202);
            assertThat(answered.body()).isEqualTo("thanks");
            assertThat(answered.headers()).containsEntry("x-own", "yes");
            var request = receiver.received().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/in/door?a=1");
            assertThat(request.body()).isEqualTo("{\"ä\":1}");
            assertThat(request.headers())
                    .containsEntry("host", "localhost:" + receiver.port())
                    .containsEntry("x-sign", "s");
        }
    }

    @Test
    void aRedirectIsAnAnswer() {
        try (var elsewhere = TestReceiver.plain();
                var receiver = TestReceiver.plain().always(answering(307, "Location: " + elsewhere.url("/")))) {
            assertThat(((HttpOutcome.Answered) get(receiver.url("/"))).status()).isEqualTo(307);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void silenceEndsInTime() {
        try (var receiver = TestReceiver.plain().always(TestReceiver.silent())) {
            var outcome = CALLER.call(new HttpCall("GET", receiver.url("/"), Map.of(), Optional.empty()), SHORT);

            assertThat(reason(outcome)).startsWith("There was no answer within");
            assertThat(outcome.took()).isBetween(SHORT, LIMIT);
        }
    }

    @Test
    void ofAnEndlessAnswerTheBeginningIsKept() {
        try (var receiver = TestReceiver.plain().always(TestReceiver.endless())) {
            var answered = (HttpOutcome.Answered) get(receiver.url("/"));

            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.body()).hasSize(HttpCaller.KEPT_BYTES);
            assertThat(answered.took()).isLessThan(LIMIT);
        }
    }

    @Test
    void anAnswerThatDripsIsSettledByItsFirstLine() {
        try (var receiver = TestReceiver.plain().always(TestReceiver.dripping())) {
            var outcome = CALLER.call(new HttpCall("GET", receiver.url("/"), Map.of(), Optional.empty()), ENOUGH);

            assertThat(((HttpOutcome.Answered) outcome).status()).isEqualTo(200);
            assertThat(outcome.took()).isLessThan(LIMIT);
        }
    }

    @Test
    void whatAnEarlierRequestLeftOnAConnectionIsNobodysAnswer() {
        try (var receiver = TestReceiver.plain().then(TestReceiver.dripping(), answering(200, "mine", new String[0]))) {
            CALLER.call(new HttpCall("GET", receiver.url("/"), Map.of(), Optional.empty()), ENOUGH);

            assertThat(((HttpOutcome.Answered) get(receiver.url("/"))).body()).isEqualTo("mine");
        }
    }

    @Test
    void hangingUpIsAFailure() {
        try (var receiver = TestReceiver.plain().always(TestReceiver.hangingUp())) {
            assertThat(reason(get(receiver.url("/"))))
                    .isEqualTo("The receiver closed the connection before it had answered.");
        }
    }

    @Test
    void whatIsNotHttpIsAFailure() {
        try (var receiver = TestReceiver.plain().always(TestReceiver.saying("220 mail.example.org ESMTP\r\n"))) {
            assertThat(get(receiver.url("/"))).isInstanceOf(HttpOutcome.Unanswered.class);
        }
    }

    @Test
    void headersWithoutEndAreAFailure() {
        try (var receiver = TestReceiver.plain()
                .always(TestReceiver.saying("HTTP/1.1 200 OK\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n"))) {
            assertThat(get(receiver.url("/"))).isInstanceOf(HttpOutcome.Unanswered.class);
        }
    }

    @Test
    void nobodyAtThePortIsAFailure() {
        var receiver = TestReceiver.plain();
        receiver.close();

        assertThat(reason(get(receiver.url("/")))).isEqualTo("The receiver refuses connections.");
    }

    @ParameterizedTest
    @CsvSource({"120,120", "0,0", "99999999999,31536000"})
    void whatTheReceiverAsksForIsToldInSeconds(String header, long seconds) {
        try (var receiver = TestReceiver.plain().always(answering(429, "Retry-After: " + header))) {
            assertThat(((HttpOutcome.Answered) get(receiver.url("/"))).retryAfter())
                    .contains(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aDateToWaitForIsUnderstoodAndNonsenseIsNot() {
        assertThat(RetryAfter.parse("Fri, 01 Jan 2100 00:00:00 GMT").orElseThrow())
                .isGreaterThan(Duration.ofDays(300));
        assertThat(RetryAfter.parse("Fri, 01 Jan 2010 00:00:00 GMT")).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("soon")).isEmpty();
        assertThat(RetryAfter.parse("-5")).isEmpty();
    }

    @Test
    void privateAddressesAreNotCalled() {
        try (var receiver = TestReceiver.plain()) {
            var outside = caller(InetAddress::getAllByName);

            assertThat(reason(call(outside, receiver.url("/")))).endsWith("is at an address that is not public.");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://[::1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost/",
                "http://0/",
                "http://[fe80::1%25lo]/"
            })
    void noSpellingOfAPrivateAddressIsCalled(String url) {
        var outside = caller(InetAddress::getAllByName);

        // Some of these the JDK takes for no address at all, which is as good.
        assertThat(reason(call(outside, url))).containsAnyOf("not public", "Nobody knows", "not one of an HTTP server");
    }

    @Test
    void aNameThatChangesItsMindIsCalledWhereItWasLookedAt() throws UnknownHostException {
        var times = new AtomicInteger();
        InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
        try (var receiver = TestReceiver.plain()) {
            var rebound = caller(
                    _ -> new InetAddress[] {times.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : elsewhere
                    },
                    "127.0.0.1");
            String url = "http://rebound.example:%d/".formatted(receiver.port());

            assertThat(call(rebound, url)).isInstanceOf(HttpOutcome.Answered.class);
            assertThat(times).hasValue(1);
            assertThat(receiver.received().getFirst().header("host")).isEqualTo("rebound.example:" + receiver.port());
            assertThat(reason(call(rebound, url))).contains("not public");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void ofSeveralAddressesOnlyPermittedOnesAreCalledOneAfterTheOther() throws UnknownHostException {
        InetAddress[] all = {
            InetAddress.getByName("10.255.255.1"), InetAddress.getByName("127.0.0.9"), InetAddress.getLoopbackAddress()
        };
        try (var receiver = TestReceiver.plain()) {
            var caller = caller(_ -> all, "127.0.0.0/8");

            // Nobody listens at 127.0.0.9.
            var outcome = call(caller, "http://many.example:%d/".formatted(receiver.port()));

            assertThat(outcome).isInstanceOf(HttpOutcome.Answered.class);
            assertThat(outcome.took()).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aSilentServerOfNamesHoldsNobodyForLong() {
        var caller = caller(host -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException ended) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[0];
        });

        var outcome = caller.call(new HttpCall("GET", "http://slow.example/", Map.of(), Optional.empty()), SHORT);

        assertThat(reason(outcome)).isEqualTo("The name 'slow.example' could not be looked up in time.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a.example/", "http://", "http:///x", "http://u:p@a.example/", "a.example", "http://a b/"})
    void whatIsNoUrlOfAServerIsRefused(String url) {
        assertThatThrownBy(() -> CALLER.check("target.url", url)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
            assertThat(problem.field()).contains("target.url");
        });
        assertThat(reason(get(url))).isEqualTo("The URL is not one of an HTTP server.");
    }

    @Test
    void aPrivateAddressIsRefusedBeforeItIsCalled() {
        var outside = caller(InetAddress::getAllByName);

        assertThatThrownBy(() -> outside.check("target.url", "https://localhost/in"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.HOOK_ADDRESS_PRIVATE));
        outside.check("target.url", "https://nobody.invalid/in");
        CALLER.check("target.url", "https://localhost/in");
    }

    @Test
    void onlyCertificatesOfTrustedAuthoritiesForTheNameAreAccepted(@TempDir Path folder) {
        var certificates = new TestCertificates(folder);
        var trusting = new HttpCaller(
                VERTX,
                new Addresses(Reach.of(List.of("127.0.0.0/8")), InetAddress::getAllByName),
                Authorities.with(Optional.of(certificates.pem())));
        try (var good = TestReceiver.tls(certificates.of("localhost"));
                var misnamed = TestReceiver.tls(certificates.of("another.example"));
                var expired = TestReceiver.tls(certificates.of("localhost", "-startdate", "-10d", "-validity", "5"));
                var early = TestReceiver.tls(certificates.of("localhost", "-startdate", "+10d"));
                var plain = TestReceiver.plain()) {
            assertThat(reason(get(good.url("/")))).contains("no authority that is trusted");
            assertThat(call(trusting, good.url("/"))).isInstanceOf(HttpOutcome.Answered.class);
            assertThat(reason(call(trusting, misnamed.url("/")))).contains("not for its name");
            assertThat(reason(call(trusting, expired.url("/")))).contains("has expired");
            assertThat(reason(call(trusting, early.url("/")))).contains("not valid yet");
            assertThat(reason(call(trusting, "https://localhost:%d/".formatted(plain.port()))))
                    .contains("TLS");
        }
    }

    private static HttpOutcome get(String url) {
        return call(CALLER, url);
    }

    private static HttpOutcome call(HttpCaller caller, String url) {
        return caller.call(new HttpCall("GET", url, Map.of(), Optional.empty()), LIMIT);
    }

    private static String reason(HttpOutcome outcome) {
        assertThat(outcome).isInstanceOf(HttpOutcome.Unanswered.class);
        return ((HttpOutcome.Unanswered) outcome).reason();
    }

    private static HttpCaller caller(Addresses.Resolver resolver, String... networks) {
        return new HttpCaller(
                VERTX, new Addresses(Reach.of(List.of(networks)), resolver), Authorities.with(Optional.empty()));
    }
}
