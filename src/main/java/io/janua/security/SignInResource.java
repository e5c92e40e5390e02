package io.janua.security;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a browser must know before anybody has signed in; so everybody may ask. */
@Path("/v1/sign-in")
@Tag(name = "Callers", description = "Who asks, and what they may do")
@PermitAll
@NonBlocking
class SignInResource {

    private final SignIn signIn;

    SignInResource(@ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer, ConsoleConfig console) {
        this.signIn = new SignIn(issuer.orElse(null), console.clientId());
    }

    @GET
    @SecurityRequirements
    @Operation(operationId = "getSignIn", summary = "Where people sign in; needs no credentials")
    public SignIn get() {
        return signIn;
    }

    @Schema(name = "SignIn")
    record SignIn(
            @Schema(description = "The identity provider (OpenID Connect); absent where only API keys are taken")
            @Nullable
            String issuer,

            @Schema(description = "The console's public client there")
            String clientId) {}
}
