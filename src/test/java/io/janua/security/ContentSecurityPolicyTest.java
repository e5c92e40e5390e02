package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentSecurityPolicyTest {

    @Test
    void pagesMayAskTheIdentityProviderAnywhereOnItsHost() {
        String origin = ContentSecurityPolicy.origin("https://id.example.org:8443/realms/janua");

        assertThat(ContentSecurityPolicy.allowing(List.of(origin)))
                .contains(
                        "connect-src 'self' https://id.example.org:8443;",
                        "frame-src 'self' https://id.example.org:8443;");
    }

    @Test
    void itsEndpointsMayBeOnSeveralHosts() {
        var config = new ConsoleConfig() {
            @Override
            public String clientId() {
                return "console";
            }

            @Override
            public Optional<List<String>> identityProviderOrigins() {
                return Optional.of(List.of("https://keys.example.org/", "https://id.example.org"));
            }
        };

        assertThat(new ContentSecurityPolicy(Optional.of("https://id.example.org/tenant"), config).policy())
                .contains("connect-src 'self' https://id.example.org https://keys.example.org;");
        assertThat(new ContentSecurityPolicy(Optional.empty(), config).policy()).contains("connect-src 'self';");
    }

    @Test
    void withoutAnIdentityProviderPagesAskTheServiceAlone() {
        assertThat(ContentSecurityPolicy.allowing(List.of()))
                .contains("connect-src 'self';", "frame-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "*");
    }
}
