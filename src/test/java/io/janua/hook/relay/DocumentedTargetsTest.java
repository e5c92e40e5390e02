package io.janua.hook.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.hook.HookChannel;
import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.http.TestNetworks;
import io.janua.support.TestReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The relays of the how-tos work as they stand there, at another address. */
class DocumentedTargetsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("docs", "how-to");
    private static final Pattern CREATE = Pattern.compile("\\$A/hooks --json '(\\{.*?\\n})'", Pattern.DOTALL);
    private static final Pattern DEVICE = Pattern.compile("https?://192\\.168\\.1\\.\\d+");

    private final DeviceCaller devices = new DeviceCaller(TestNetworks.callerWithLoopback());
    private final List<HookChannel> channels = List.of(
            new ShellyChannel(devices),
            new TwoNChannel(devices),
            new HttpTemplateChannel(devices),
            new OnvifChannel(devices));

    static Stream<HookTarget> documented() throws IOException {
        Stream.Builder<HookTarget> targets = Stream.builder();
        for (String page : List.of(
                "open-a-door-with-a-shelly-relay.md",
                "connect-a-turnstile-by-wiegand.md",
                "connect-a-controller-by-onvif.md")) {
            var example = CREATE.matcher(Files.readString(FOLDER.resolve(page)));
            while (example.find()) {
                JsonNode hook = JSON.readTree(example.group(1));
                targets.add(JSON.treeToValue(hook.path("target"), HookTarget.class));
            }
        }
        return targets.build();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void theRelaysOfTheHowTosAreCalled(HookTarget documented) throws IOException {
        try (var device = TestReceiver.plain()
                .always(TestReceiver.answering(
                        200, "{\"success\":true}", new String[] {"Content-Type: application/json"}))) {
            String moved = DEVICE.matcher(JSON.writeValueAsString(documented)).replaceAll(device.url(""));
            HookTarget target = JSON.readValue(moved, HookTarget.class);
            HookChannel channel = channels.stream()
                    .filter(one -> one.serves(target))
                    .findFirst()
                    .orElseThrow();
            channel.check(target);
            var outgoing = new Outgoing(
                    new HookRef(UUID.randomUUID(), "default", "relay", target),
                    UUID.randomUUID(),
                    "access.granted",
                    Instant.now(),
                    Optional.of("north"),
                    Map.of("openSeconds", 3));

            assertThat(channel.send(outgoing, Duration.ofSeconds(10)).error()).isEmpty();
            assertThat(device.received()).hasSize(1);
        }
    }

    @Test
    void noExampleIsOverlooked() throws IOException {
        assertThat(documented()).hasSize(5);
    }
}
