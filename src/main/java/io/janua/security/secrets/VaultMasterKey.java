package io.janua.security.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A key of the transit engine of HashiCorp Vault or OpenBao. The key never leaves Vault; what it wrapped is Vault's own
 * text, {@code vault:v1:…}, whose version lets Vault rotate the key by itself.
 *
 * <p>Wire: POST {address}/v1/{mount}/encrypt/{key} with {@code plaintext} and {@code associated_data} in base64,
 * answered by {@code data.ciphertext}; decrypt is the reverse.
 */
final class VaultMasterKey implements MasterKey {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private static final int MAX_ANSWER_BYTES = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final String engine;
    private final String key;
    private final VaultToken token;
    private final Duration answerTimeout;
    private final HttpClient client;

    /**
     * @param address as {@code https://vault.example.org:8200}
     * @param mount path of the transit engine; behind a namespace, {@code namespace/transit}
     * @param key name of a key of a type with associated data, such as aes256-gcm96
     * @param answerTimeout for a whole answer, connecting included
     */
    VaultMasterKey(URI address, String mount, String key, VaultToken token, Duration answerTimeout) {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("the address of Vault begins with https:// and a host");
        }
        if (!MOUNT.matcher(mount).matches() || !NAME.matcher(key).matches()) {
            throw new IllegalArgumentException("the mount or the name of a transit key has a character that it cannot");
        }
        this.id = "vault:%s/%s".formatted(mount, key);
        this.engine = "%s/v1/%s/".formatted(address.toString().replaceFirst("/+$", ""), mount);
        this.key = key;
        this.token = token;
        this.answerTimeout = answerTimeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                // A standby node may point to the active one.
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] plaintext, byte[] associatedData) {
        var question = Map.of("plaintext", base64(plaintext), "associated_data", base64(associatedData));
        var answer = ask("encrypt", question);
        if (answer.statusCode() != 200) {
            throw unavailable(answer.statusCode());
        }
        return field(answer, "ciphertext").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
        String ciphertext = new String(wrapped, StandardCharsets.UTF_8);
        var answer = ask("decrypt", Map.of("ciphertext", ciphertext, "associated_data", base64(associatedData)));
        return switch (answer.statusCode()) {
            case 200 -> plaintext(answer);
            // Vault's word for every ciphertext that this key does not open, and for a key that it does not have.
            case 400 -> throw new MasterKeyWrong(id, null);
            default -> throw unavailable(answer.statusCode());
        };
    }

    @Override
    public String toString() {
        return "MasterKey[%s]".formatted(id);
    }

    private HttpResponse<byte[]> ask(String operation, Map<String, String> question) {
        try {
            byte[] body = JSON.writeValueAsBytes(question);
            String shown = token.text();
            var answer = send(request(operation, body, shown));
            if (answer.statusCode() == 403 && token.renewed(shown)) {
                answer = send(request(operation, body, token.text()));
            }
            return answer;
        } catch (HttpTimeoutException slow) {
            throw new MasterKeyUnavailable(id, "Vault does not answer in time", slow);
        } catch (IOException failed) {
            throw new MasterKeyUnavailable(id, "Vault cannot be reached or the token cannot be read", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MasterKeyUnavailable(id, "interrupted", interrupted);
        }
    }

    private HttpRequest request(String operation, byte[] body, String shownToken) {
        return HttpRequest.newBuilder(URI.create(engine + operation + "/" + key))
                .header("X-Vault-Token", shownToken)
                .header("X-Vault-Request", "true")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A lost connection gets a second chance, since wrapping twice does no harm; a slow answer does not. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return sendOnce(request);
        } catch (IOException failed) {
            if (failed instanceof HttpTimeoutException && !(failed instanceof HttpConnectTimeoutException)) {
                throw failed;
            }
            return sendOnce(request);
        }
    }

    private HttpResponse<byte[]> sendOnce(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            // The request's own timeout would end with the headers; a body may drip for ever.
            return answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new HttpTimeoutException("no answer within " + answerTimeout);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException lost) {
                throw lost;
            }
            throw new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private byte[] plaintext(HttpResponse<byte[]> answer) {
        try {
            return Base64.getDecoder().decode(field(answer, "plaintext"));
        } catch (IllegalArgumentException malformed) {
            // Without its cause, which quotes a character of the secret.
            throw new MasterKeyUnavailable(id, "Vault's answer is not one of a transit engine");
        }
    }

    private String field(HttpResponse<byte[]> answer, String name) {
        try {
            String text = JSON.readTree(answer.body()).path("data").path(name).textValue();
            if (text != null && !text.isEmpty()) {
                return text;
            }
        } catch (IOException malformed) {
            // Its message quotes the answer, which may hold the secret.
        }
        throw new MasterKeyUnavailable(id, "Vault's answer is not one of a transit engine");
    }

    private MasterKeyUnavailable unavailable(int status) {
        String meaning =
                switch (status) {
                    case 400 -> "Vault does not take the request; is the key of the type aes256-gcm96?";
                    case 403 -> "Vault refuses the token";
                    case 404 -> "Vault has no transit engine at this mount";
                    case 503 -> "Vault is sealed or down for maintenance";
                    default -> "Vault does not serve it";
                };
        return new MasterKeyUnavailable(id, "%s (HTTP status %d)".formatted(meaning, status));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
