package io.janua.hook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a hook tells, and how. Passwords are taken and never shown. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HookTarget.Webhook.class, name = "webhook"),
    @JsonSubTypes.Type(value = HookTarget.Mqtt.class, name = "mqtt"),
    @JsonSubTypes.Type(value = HookTarget.Shelly.class, name = "shelly"),
    @JsonSubTypes.Type(value = HookTarget.TwoN.class, name = "2n"),
    @JsonSubTypes.Type(value = HookTarget.Http.class, name = "http"),
    @JsonSubTypes.Type(value = HookTarget.Onvif.class, name = "onvif")
})
@Schema(
        name = "HookTarget",
        oneOf = {
            HookTarget.Webhook.class,
            HookTarget.Mqtt.class,
            HookTarget.Shelly.class,
            HookTarget.TwoN.class,
            HookTarget.Http.class,
            HookTarget.Onvif.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "webhook", schema = HookTarget.Webhook.class),
            @DiscriminatorMapping(value = "mqtt", schema = HookTarget.Mqtt.class),
            @DiscriminatorMapping(value = "shelly", schema = HookTarget.Shelly.class),
            @DiscriminatorMapping(value = "2n", schema = HookTarget.TwoN.class),
            @DiscriminatorMapping(value = "http", schema = HookTarget.Http.class),
            @DiscriminatorMapping(value = "onvif", schema = HookTarget.Onvif.class)
        })
public sealed interface HookTarget {

    /** All that {@link #kind()} may be. */
    List<String> KINDS = List.of("webhook", "mqtt", "shelly", "2n", "http", "onvif");

    int MAX_URL = 2000;
    String HTTP_URL = "https?://.+";

    /** As it stands in JSON as its type. */
    default String kind() {
        return switch (this) {
            case Webhook _ -> "webhook";
            case Mqtt _ -> "mqtt";
            case Shelly _ -> "shelly";
            case TwoN _ -> "2n";
            case Http _ -> "http";
            case Onvif _ -> "onvif";
        };
    }

    /** Anything that takes signed HTTP requests by Standard Webhooks 1.0. */
    @Schema(name = "WebhookTarget")
    record Webhook(
            @NotNull @Size(max = MAX_URL) @Pattern(regexp = HTTP_URL)
            String url) implements HookTarget {}

    /** A broker of MQTT 3.1.1 or 5. */
    @Schema(name = "MqttTarget")
    record Mqtt(
            @Schema(description = "mqtt://host:port, or mqtts:// for TLS")
            @NotNull
            @Size(max = MAX_URL)
            @Pattern(regexp = "mqtts?://[^/]+")
            String url,

            @Schema(defaultValue = "v5") Version version,

            @Size(max = 200) @Nullable String username,

            @Schema(description = "Taken, never shown", writeOnly = true) @Size(max = 1000) @Nullable
            String password,

            @Schema(description = "PEM; where the broker's certificate is not of a public authority")
            @Size(max = 20_000)
            @Nullable
            String caCertificate,

            @Schema(description = "First levels of every topic; janua/{tenant} when left out")
            @Size(max = 200)
            @Pattern(regexp = "[^+#\\p{Cntrl}]+")
            @Nullable
            String prefix,

            @Schema(description = "Whether points announce themselves to Home Assistant", defaultValue = "false")
            boolean homeAssistant)
            implements HookTarget {

        /** Of the protocol. */
        @Schema(name = "MqttVersion")
        public enum Version {
            @JsonProperty("v3")
            V3,
            @JsonProperty("v5")
            V5
        }

        public Mqtt {
            version = version == null ? Version.V5 : version;
        }

        @Override
        public String toString() {
            return "Mqtt[url=%s]".formatted(url);
        }
    }

    /** A Shelly relay of the second generation or later. */
    @Schema(name = "ShellyTarget")
    record Shelly(
            @Schema(examples = "http://192.168.1.20") @NotNull @Size(max = MAX_URL) @Pattern(regexp = HTTP_URL)
            String url,

            @Schema(description = "The device's switch, from 0", defaultValue = "0") @Min(0) @Max(15)
            Integer output,

            @Schema(description = "Taken, never shown", writeOnly = true) @Size(max = 1000) @Nullable
            String password)
            implements HookTarget {

        public Shelly {
            output = output == null ? 0 : output;
        }

        @Override
        public String toString() {
            return "Shelly[url=%s, output=%d]".formatted(url, output);
        }
    }

    /** A 2N intercom. */
    @Schema(name = "TwoNTarget")
    record TwoN(
            @Schema(examples = "https://192.168.1.30") @NotNull @Size(max = MAX_URL) @Pattern(regexp = HTTP_URL)
            String url,

            @Schema(description = "The device's switch, from 1", defaultValue = "1") @Min(1) @Max(4)
            Integer output,

            @Size(max = 200) @Nullable String username,

            @Schema(description = "Taken, never shown", writeOnly = true) @Size(max = 1000) @Nullable
            String password)
            implements HookTarget {

        public TwoN {
            output = output == null ? 1 : output;
        }

        @Override
        public String toString() {
            return "TwoN[url=%s, output=%d]".formatted(url, output);
        }
    }

    /** Any device that opens by an HTTP request. {@code {placeholders}} are filled from the event's data. */
    @Schema(name = "HttpTarget")
    record Http(
            @NotNull @Pattern(regexp = "GET|POST|PUT") String method,

            @Schema(examples = "http://192.168.1.40/open?door=1&seconds={openSeconds}")
            @NotNull
            @Size(max = MAX_URL)
            @Pattern(regexp = HTTP_URL)
            String url,

            @Schema(description = "Taken, never shown: they may hold credentials", writeOnly = true)
            @Size(max = 20)
            @Nullable
            Map<@Pattern(regexp = "[A-Za-z0-9-]{1,64}") String, @Size(max = 1000) String> headers,

            @Size(max = 10_000) @Nullable String body)
            implements HookTarget {

        @Override
        public String toString() {
            return "Http[method=%s, url=%s]".formatted(method, url);
        }
    }

    /** A controller that asks outsiders by ONVIF's ExternalAuthorization. */
    @Schema(name = "OnvifTarget")
    record Onvif(
            @Schema(
                    description = "Of the controller's access control service",
                    examples = "https://192.168.1.50/onvif/accesscontrol")
            @NotNull
            @Size(max = MAX_URL)
            @Pattern(regexp = HTTP_URL)
            String url,

            @Schema(description = "The controller's own name of the door") @NotNull @Size(min = 1, max = 64)
            String accessPointToken,

            @Size(max = 200) @Nullable String username,

            @Schema(description = "Taken, never shown", writeOnly = true) @Size(max = 1000) @Nullable
            String password)
            implements HookTarget {

        @Override
        public String toString() {
            return "Onvif[url=%s]".formatted(url);
        }
    }
}
