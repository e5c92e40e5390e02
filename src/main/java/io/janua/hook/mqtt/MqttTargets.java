package io.janua.hook.mqtt;

import io.janua.hook.HookTarget;
import io.janua.hook.http.HookNetwork;
import io.janua.problem.Problems;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;

/** What of a target can be refused before anything is sent. */
@Singleton
class MqttTargets {

    private final HookNetwork network;

    MqttTargets(HookNetwork network) {
        this.network = network;
    }

    void check(HookTarget.Mqtt target) {
        BrokerAddress address = BrokerAddress.of(target.url())
                .orElseThrow(() -> Problems.invalid(
                        "target.url",
                        "The value is no URL of an MQTT broker.",
                        "Write mqtt:// or mqtts:// and a name or an address, and a port where it is not 1883 or 8883;"
                                + " no user, no password and no path."));
        network.check("target.url", address.host());
        if (target.password() != null && target.username() == null) {
            throw Problems.invalid(
                    "target.password", "A password stands without a username.", "Send the username too.");
        }
        checkPrefix(target.prefix());
        checkCertificate(target, address);
    }

    private static void checkPrefix(String prefix) {
        // Levels that are empty work, and nobody who subscribes expects them; what begins with $ is the broker's own.
        if (prefix != null
                && (prefix.startsWith("/")
                        || prefix.endsWith("/")
                        || prefix.contains("//")
                        || prefix.startsWith("$"))) {
            throw Problems.invalid(
                    "target.prefix",
                    "The prefix begins or ends with a slash, has an empty level, or begins with $.",
                    "Write levels with a slash between them, as in 'house/janua'.");
        }
    }

    private static void checkCertificate(HookTarget.Mqtt target, BrokerAddress address) {
        if (target.caCertificate() == null) {
            return;
        }
        if (!address.tls()) {
            throw Problems.invalid(
                    "target.caCertificate",
                    "A certificate is named for a connection without TLS.",
                    "Begin the URL with mqtts://, or leave the certificate out.");
        }
        try {
            CaCertificate.trust(target.caCertificate());
        } catch (GeneralSecurityException unusable) {
            throw Problems.invalid(
                    "target.caCertificate",
                    "The value is no certificate in PEM.",
                    "Send the authority's certificate, from '-----BEGIN CERTIFICATE-----' to its end.");
        }
    }
}
