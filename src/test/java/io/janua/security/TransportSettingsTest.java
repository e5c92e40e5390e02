package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransportSettingsTest {

    private static final Optional<String> NONE = Optional.empty();

    @Test
    void withACertificatePlainHttpIsClosed() {
        assertThat(TransportSettings.of(Optional.of("server.pem"), Optional.of("server.key"), NONE))
                .containsEntry("quarkus.http.insecure-requests", "disabled")
                .containsEntry("quarkus.http.tls-configuration-name", "janua")
                .containsEntry("quarkus.tls.janua.key-store.pem.0.cert", "server.pem")
                .containsEntry("quarkus.tls.janua.key-store.pem.0.key", "server.key")
                .containsEntry("quarkus.tls.janua.protocols", "TLSv1.3,TLSv1.2")
                .containsKey("quarkus.tls.janua.reload-period")
                .doesNotContainKey("quarkus.tls.janua.trust-store.pem.certs");
    }

    @Test
    void devicesAreTrustedByTheirAuthorities() {
        assertThat(TransportSettings.of(Optional.of("c"), Optional.of("k"), Optional.of("devices.pem")))
                .containsEntry("quarkus.tls.janua.trust-store.pem.certs", "devices.pem");
    }

    @Test
    void withoutACertificateNothingIsSaid() {
        assertThat(TransportSettings.of(NONE, NONE, NONE)).isEmpty();
        assertThat(config(Map.of("janua.tls.certificate", "", "janua.tls.key", " "))
                        .getOptionalValue("quarkus.http.insecure-requests", String.class))
                .isEmpty();
    }

    @Test
    void halfOfItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransportSettings.of(Optional.of("c"), NONE, NONE))
                .withMessageContaining("JANUA_TLS_KEY");
        assertThatIllegalArgumentException().isThrownBy(() -> TransportSettings.of(NONE, Optional.of("k"), NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> TransportSettings.of(NONE, NONE, Optional.of("a")));
    }

    @Test
    void whatTheOperatorSaysWins() {
        var config = config(Map.of(
                "janua.tls.certificate", "c", "janua.tls.key", "k", "quarkus.http.insecure-requests", "redirect"));

        assertThat(config.getValue("quarkus.http.insecure-requests", String.class))
                .isEqualTo("redirect");
        assertThat(config.getValue("quarkus.http.tls-configuration-name", String.class))
                .isEqualTo("janua");
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new TransportSettings())
                .build();
    }
}
