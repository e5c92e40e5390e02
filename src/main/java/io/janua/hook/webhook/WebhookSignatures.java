package io.janua.hook.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.janua.hook.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Signatures by Standard Webhooks 1.0: of the id, the time and the body as it is sent, one by each secret. */
final class WebhookSignatures {

    private WebhookSignatures() {}

    /** The value of {@code webhook-signature}. */
    static String of(List<SigningSecret> secrets, String id, Instant at, String body) {
        return secrets.stream()
                .map(secret -> switch (secret.kind()) {
                    case HMAC -> hmac(secret, id, at, body);
                    case ED25519 -> ed25519(secret, id, at, body);
                })
                .collect(Collectors.joining(" "));
    }

    private static String hmac(SigningSecret secret, String id, Instant at, String body) {
        try {
            return new Webhook(secret.key()).sign(id, at.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
            throw new IllegalStateException("a secret of HMAC signs", impossible);
        }
    }

    private static String ed25519(SigningSecret secret, String id, Instant at, String body) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret.key())));
            signature.update("%s.%d.%s".formatted(id, at.getEpochSecond(), body).getBytes(StandardCharsets.UTF_8));
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an Ed25519 key signs", impossible);
        }
    }
}
