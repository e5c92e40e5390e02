package io.janua.hook.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.hook.Attempt;
import io.janua.hook.Attempt.Verdict;
import io.janua.hook.HookChannel;
import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.http.TestNetworks;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.support.TestReceiver;
import io.janua.support.TestReceiver.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices get to hear, and what is made of their answers. */
class RelaysTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Map<String, Object> DATA =
            Map.of("reason", "rule", "openSeconds", 7, "subject", "p 7&x=\"1\"", "zone", "lobby");

    private final DeviceCaller devices = new DeviceCaller(TestNetworks.callerWithLoopback());
    private final TestReceiver device = TestReceiver.plain();

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void aShellySwitchesForAsLongAsTheDoorIsOpen() throws IOException {
        device.always(TestReceiver.answering(200, "{\"was_on\":false}", new String[0]));
        Attempt attempt = granted(new ShellyChannel(devices), new HookTarget.Shelly(device.url("/"), 1, null));

        assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
        Received request = device.received().getFirst();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /rpc/Switch.Set");
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("{\"id\":1,\"on\":true,\"toggle_after\":7}"));
    }

    @Test
    void aShellyWithAPasswordGetsADigestBySha256() {
        device.always(new TestDevice("admin", "s3cret", "SHA-256", "{\"was_on\":false}").behaviour());
        var channel = new ShellyChannel(devices);

        Attempt attempt = granted(channel, new HookTarget.Shelly(device.url(""), 0, "s3cret"));
        assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(attempt.toString()).doesNotContain("Digest", "s3cret");

        Attempt refused = granted(channel, new HookTarget.Shelly(device.url(""), 0, "wrong"));
        assertThat(refused.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(refused.error()).hasValue("The device refuses user or password.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access.denied", "access.blocked", "access.mode", "access.taken"})
    void nothingButAGrantMovesARelay(String type) {
        device.always(TestReceiver.answering(200));
        Map<HookChannel, HookTarget> relays = Map.of(
                new ShellyChannel(devices),
                new HookTarget.Shelly(device.url(""), 0, null),
                new TwoNChannel(devices),
                new HookTarget.TwoN(device.url(""), 1, null, null),
                new HttpTemplateChannel(devices),
                new HookTarget.Http("POST", device.url("/open"), null, null));

        relays.forEach((channel, target) -> assertThat(
                        channel.send(outgoing(target, type, DATA), LIMIT).verdict())
                .isEqualTo(Verdict.FAILED));
        assertThat(device.received()).isEmpty();
    }

    @Test
    void aTestOfAShellyMovesNothing() {
        device.always(TestReceiver.answering(200));
        new ShellyChannel(devices)
                .send(outgoing(new HookTarget.Shelly(device.url(""), 0, null), "hook.test", Map.of()), LIMIT);
        assertThat(device.received()).extracting(Received::path).containsExactly("/rpc/Switch.GetStatus");
    }

    @Test
    void aTwoNIntercomIsTriggered() {
        device.always(new TestDevice("janua", "s3cret", "MD5", "{\"success\":true}").behaviour());
        Attempt attempt = granted(new TwoNChannel(devices), new HookTarget.TwoN(device.url(""), 2, "janua", "s3cret"));
        assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(device.received()).last().satisfies(request -> assertThat(request.method() + " " + request.path())
                .isEqualTo("GET /api/switch/ctrl?switch=2&action=trigger"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\":false,\"error\":{\"code\":14,\"description\":\"action failed\"}}|The device did not do it: action failed.",
                "<html>|What the device answers is not that of a 2N intercom.",
            })
    void aTwoNIntercomThatSaysNoWithStatus200IsAFailure(String answer, String error) {
        device.always(TestReceiver.answering(200, answer, new String[0]));
        Attempt attempt = granted(new TwoNChannel(devices), new HookTarget.TwoN(device.url(""), 1, null, null));
        assertThat(attempt.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(attempt.error()).hasValue(error);
    }

    @Test
    void aTestOfATwoNIntercomMovesNothing() {
        device.always(TestReceiver.answering(200, "{\"success\":true,\"result\":{\"switches\":[]}}", new String[0]));
        new TwoNChannel(devices)
                .send(outgoing(new HookTarget.TwoN(device.url(""), 1, null, null), "hook.test", Map.of()), LIMIT);
        assertThat(device.received()).extracting(Received::path).containsExactly("/api/switch/status?switch=1");
    }

    @Test
    void placeholdersAreFilledAndNothingInThemBreaksOut() throws IOException {
        device.always(TestReceiver.answering(200));
        var target = new HookTarget.Http(
                "PUT",
                device.url("/open?who={subject}&seconds={openSeconds}&rule={rule}"),
                Map.of("X-Token", "t0ken"),
                "{\"door\":\"{point}\",\"who\":\"{subject}\",\"seconds\":{openSeconds}}");

        Attempt attempt = granted(new HttpTemplateChannel(devices), target);

        Received request = device.received().getFirst();
        assertThat(request.path()).isEqualTo("/open?who=p%207%26x%3D%221%22&seconds=7&rule=");
        assertThat(request.header("x-token")).isEqualTo("t0ken");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(JSON.readTree(request.body()))
                .isEqualTo(JSON.readTree("{\"door\":\"north\",\"who\":\"p 7&x=\\\"1\\\"\",\"seconds\":7}"));
        assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(attempt.toString()).doesNotContain("t0ken");
    }

    /** Also the example of docs/how-to/connect-a-turnstile-by-wiegand.md. */
    @Test
    void aConverterIsToldTheFrame() {
        device.always(TestReceiver.answering(200));
        var frame = Map.<String, Object>of(
                "format", "w26", "facility", 118, "number", 1234, "bits", "10111011000000100110100100");
        var target =
                new HookTarget.Http("GET", device.url("/wiegand?bits={wiegandBits}&n={wiegandNumber}"), null, null);
        new HttpTemplateChannel(devices).send(outgoing(target, "access.granted", Map.of("wiegand", frame)), LIMIT);
        assertThat(device.received())
                .extracting(Received::path)
                .containsExactly("/wiegand?bits=10111011000000100110100100&n=1234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml|<a>p 7&amp;x=&quot;1&quot;</a>|<a>{subject}</a>",
                "application/x-www-form-urlencoded|who=p%207%26x%3D%221%22|who={subject}",
                "text/plain|p 7&x=\"1\"|{subject}",
            })
    void aBodyIsEscapedByItsType(String type, String expected, String body) {
        device.always(TestReceiver.answering(200));
        granted(
                new HttpTemplateChannel(devices),
                new HookTarget.Http("POST", device.url("/"), Map.of("content-type", type), body));
        assertThat(device.received().getFirst().body()).isEqualTo(expected);
    }

    static Stream<HookTarget.Http> unusableTemplates() {
        return Stream.of(
                new HookTarget.Http("GET", "http://device.invalid/{nonsense}", null, null),
                new HookTarget.Http("GET", "http://{point}.invalid/", null, null),
                new HookTarget.Http("GET", "http://user:secret@device.invalid/", null, null),
                new HookTarget.Http("POST", "http://device.invalid/", null, "{\"a\":\"{nonsense}\"}"),
                new HookTarget.Http("POST", "http://device.invalid/", Map.of("Host", "other.invalid"), null),
                new HookTarget.Http("POST", "http://device.invalid/", Map.of("X-A", "b\r\nHost: other"), null));
    }

    @ParameterizedTest
    @MethodSource("unusableTemplates")
    void templatesThatCannotWorkAreRefused(HookTarget.Http target) {
        assertThatThrownBy(() -> new HttpTemplateChannel(devices).check(target))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
                    assertThat(problem.getMessage() + problem.remedy()).doesNotContain("secret");
                });
    }

    @Test
    void devicesHaveAnAddressAndNoMore() {
        String url = "http://device.invalid/?on=true";
        assertThatThrownBy(() -> new ShellyChannel(devices).check(new HookTarget.Shelly(url, 0, null)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new TwoNChannel(devices).check(new HookTarget.TwoN(url, 1, null, null)))
                .isInstanceOf(Problem.class);
        new ShellyChannel(devices).check(new HookTarget.Shelly("http://device.invalid", 0, null));
        new TwoNChannel(devices).check(new HookTarget.TwoN("https://device.invalid/", 1, null, null));
        new HttpTemplateChannel(devices)
                .check(new HookTarget.Http("GET", "http://device.invalid/open?s={openSeconds}", null, null));
        new OnvifChannel(devices).check(new HookTarget.Onvif("https://device.invalid/onvif", "ap1", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "access.granted, Granted, ''",
        "access.denied,  Denied,  <t:Reason>NotPermittedAtThisTime</t:Reason>",
        "access.blocked, Denied,  <t:Reason>NotPermittedAtThisTime</t:Reason>",
    })
    void anOnvifControllerIsToldTheDecision(String type, String decision, String reason) {
        device.always(TestReceiver.answering(200, "<s:Envelope/>", new String[0]));
        var target = new HookTarget.Onvif(device.url("/onvif/accesscontrol"), "door <1>", "janua", "s3cret");
        var channel = new OnvifChannel(devices);

        Attempt attempt = channel.send(outgoing(target, type, Map.of("onvifReason", "NotPermittedAtThisTime")), LIMIT);

        assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
        Received request = device.received().getFirst();
        assertThat(request.header("content-type"))
                .isEqualTo("application/soap+xml; charset=utf-8;"
                        + " action=\"http://www.onvif.org/ver10/accesscontrol/wsdl/ExternalAuthorization\"");
        assertThat(request.body())
                .contains("<t:ExternalAuthorization xmlns:t=\"http://www.onvif.org/ver10/accesscontrol/wsdl\">"
                        + "<t:AccessPointToken>door &lt;1&gt;</t:AccessPointToken>"
                        + reason
                        + "<t:Decision>" + decision + "</t:Decision></t:ExternalAuthorization>");
        assertThat(passwordDigest(request.body(), "s3cret")).isEqualTo(found(request.body(), "Password"));
        assertThat(attempt.toString()).doesNotContain("s3cret", found(request.body(), "Password"), "UsernameToken");
        assertThat(List.of(channel.actsOnGrants(target), channel.actsOnDenials(target)))
                .containsOnly(true);
    }

    @ParameterizedTest
    @CsvSource({"400", "500", "200"})
    void aFaultIsAFailureWhateverItsStatus(int status) {
        device.always(TestReceiver.answering(
                status,
                "<s:Envelope><s:Body><s:Fault><s:Reason><s:Text xml:lang=\"en\">No such access point</s:Text></s:Reason>"
                        + "</s:Fault></s:Body></s:Envelope>",
                new String[0]));
        Attempt attempt = granted(new OnvifChannel(devices), new HookTarget.Onvif(device.url("/"), "ap1", null, null));
        assertThat(attempt.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(attempt.error()).hasValue("The controller did not do it: No such access point.");
    }

    @Test
    void aTestOfAnOnvifControllerMovesNothing() {
        device.always(TestReceiver.answering(200));
        new OnvifChannel(devices)
                .send(outgoing(new HookTarget.Onvif(device.url("/"), "ap1", null, null), "hook.test", Map.of()), LIMIT);
        assertThat(device.received().getFirst().body())
                .contains("<t:GetAccessPointState")
                .doesNotContain("ExternalAuthorization");
    }

    @Test
    void aDeviceThatIsGoneForHttpIsAskedAgainNextTime() {
        device.always(TestReceiver.answering(410));
        assertThat(granted(new ShellyChannel(devices), new HookTarget.Shelly(device.url(""), 0, null))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    private static Attempt granted(HookChannel channel, HookTarget target) {
        assertThat(channel.serves(target)).isTrue();
        assertThat(channel.actsOnGrants(target)).isTrue();
        return channel.send(outgoing(target, "access.granted", DATA), LIMIT);
    }

    private static Outgoing outgoing(HookTarget target, String type, Map<String, Object> data) {
        return new Outgoing(
                new HookRef(UUID.randomUUID(), "acme", "relay", target),
                UUID.randomUUID(),
                type,
                Instant.parse("2026-11-21T08:00:00Z"),
                Optional.of("north"),
                data);
    }

    private static String found(String xml, String element) {
        return Pattern.compile("<\\w:%1$s[^>]*>([^<]*)</\\w:%1$s>".formatted(element))
                .matcher(xml)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** As the OASIS profile has it: Base64(SHA-1(nonce + created + password)). */
    private static String passwordDigest(String xml, String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(Base64.getDecoder().decode(found(xml, "Nonce")));
            digest.update(found(xml, "Created").getBytes(StandardCharsets.UTF_8));
            digest.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
